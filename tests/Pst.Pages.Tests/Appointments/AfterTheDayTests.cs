using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Erasing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Appointments;

/// <summary>What becomes of appointments when their day is over.</summary>
public sealed class AfterTheDayTests(Site site) : IClassFixture<Site>
{
    static readonly OfficeCode Metro = new("1872");

    [Fact]
    public async Task Who_did_not_come_is_marked_once_and_who_had_arrived_before_it_was_noted_is_kept()
    {
        await site.OpenAsync("1872");
        var (missed, arrived) = (await MadeAsync("2026-03-03T09:00"), await MadeAsync("2026-03-03T09:30"));
        var worker = site.Services.GetServices<IHostedService>().OfType<AppointmentWorker>().Single();
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(1);
            await worker.RunOnceAsync(default); // the day is not over
            await ArriveAsync(arrived); // and then the node died
            site.Clock.Now = began.AddDays(2);
            for (var round = 0; round < 2; round++) await worker.RunOnceAsync(default);
            (await StateAsync(missed)).ShouldBeOfType<Appointment.Missed>();
            (await StateAsync(arrived)).ShouldBe(new Appointment.Kept(AppointmentSlot.Parse("2026-03-03T09:30", null), arrived.Visit));
            (await site.ScalarAsync<long>($"select count(*) from pst.mt_events where stream_id = '{missed}'")).ShouldBe(2);
        }
        finally { site.Clock.Now = began; }
    }

    [Fact]
    public async Task Who_made_it_is_forgotten_with_time_but_never_before_the_day()
    {
        await site.OpenAsync("1872", it => it with { Local = it.Local with { RetentionDays = 5 } });
        var made = await MadeAsync("2026-03-20T09:00");
        var (destruction, began) = (site.Services.GetRequiredService<Destruction>(), site.Clock.Now);
        try
        {
            site.Clock.Now = began.AddDays(10);
            await destruction.RunAsync(Metro, default);
            (await KeptAsync(made)).ShouldBe(1, "somebody is awaited");
            site.Clock.Now = began.AddDays(30);
            await site.Services.GetServices<IHostedService>().OfType<AppointmentWorker>().Single().RunOnceAsync(default);
            (await destruction.RunAsync(Metro, default)).ShouldNotBeNull();
            (await KeptAsync(made)).ShouldBe(0);
        }
        finally { site.Clock.Now = began; }
    }

    async Task<AppointmentId> MadeAsync(string slot)
    {
        var id = new AppointmentId(Guid.CreateVersion7());
        var made = await site.Services.GetRequiredService<AppointmentWriter>().SendAsync(
            new(Metro, id, new AppointmentCommand.Make(AppointmentSlot.Parse(slot, null)), AppointmentForms.Booker(Metro),
                new(Guid.CreateVersion7(), []), null, new VaultEntry.Complainant("Dewi", "dewi@example.org", null)), default);
        made.ShouldBeOfType<Done<StreamAnswer>>();
        return id;
    }

    async Task ArriveAsync(AppointmentId appointment)
    {
        var read = CommandBodies.Read("arrive", Fields.OfForm([new("channel", "offline"), new("service", "PS")]), Role.Staff);
        var asked = read.ShouldBeOfType<Valid<AskedCommand>>().Value;
        var request = new VisitRequest(Metro, appointment.Visit, asked, new("test", Role.Staff, Metro), new(Guid.CreateVersion7(), []));
        (await site.Services.GetRequiredService<VisitWriter>().SendAsync(request, default)).ShouldBeOfType<Done<VisitAnswer>>();
    }

    async Task<Appointment> StateAsync(AppointmentId id) =>
        (await site.Services.GetRequiredService<AppointmentReads>().FindAsync(Metro, id, default))!.Value.State;

    Task<long> KeptAsync(AppointmentId id) =>
        site.ScalarAsync<long>($"select count(*) from vault.complainant where visit = '{id}'");
}
