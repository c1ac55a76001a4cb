using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Attention;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Pages;
using Pst.Web.Vault;
using Pst.Web.Tests.Writing;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Attention;

/// <summary>A Monday in Metro, where Sari is on duty and Lina coordinates: who is told what, and that nobody is told twice.</summary>
public sealed class AttentionTests : IAsyncLifetime
{
    const string Sari = "sari@contoh.example", Lina = "lina@contoh.example", Ayu = "ayu@contoh.example";

    RunningPst pst = null!;
    OfficeCode office;

    public async Task InitializeAsync()
    {
        pst = await RunningPst.StartAsync();
        office = await pst.OpenAsync("1872");
        var sari = await PersonAsync(Sari, Role.Staff);
        await PersonAsync(Lina, Role.Supervisor);
        await PersonAsync(null, Role.Supervisor);
        var writer = ActivatorUtilities.CreateInstance<OfficeWriter>(pst.Get<IServiceProvider>(), new StoppedClock { Now = At("08:00") });
        var plan = new OfficeCommand.PlanDuties([new(new(2026, 11, 16), sari)]);
        (await writer.SendAsync(new(office, plan, RunningPst.Supervisor, pst.NewId()), default)).ShouldBeOfType<Done<OfficeAnswer>>();
    }

    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task An_arrival_at_an_empty_desk_is_told_to_the_officer_on_duty_once()
    {
        await pst.SignedAsync(office, "tamu@contoh.example", "2026-11-16T10:00:00+07:00");
        await RoundAsync("10:01");
        await RoundAsync("10:02");

        var (to, subject, body) = (await LettersAsync("menunggu")).ShouldHaveSingleItem();
        (to, subject).ShouldBe((Sari, "PS-001 menunggu di BPS Kota Metro"));
        body.ShouldBe("PS-001 mengisi buku tamu pukul 10.00 WIB, dan tidak ada yang sedang melayani. Anda bertugas hari ini.");
        body.ShouldNotContain("Tamu", Case.Sensitive);
    }

    [Fact]
    public async Task While_somebody_serves_nobody_is_called_to_the_desk()
    {
        var served = await pst.SignedAsync(office, "satu@contoh.example", "2026-11-16T10:00:00+07:00");
        await pst.DoAsync(office, served, "serve", """{"desk":"1","occurredAt":"2026-11-16T10:01:00+07:00"}""");
        await pst.SignedAsync(office, "dua@contoh.example", "2026-11-16T10:02:00+07:00");
        await RoundAsync("10:02");
        (await LettersAsync("menunggu")).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_time_runs_out_the_coordinator_is_told_once()
    {
        await pst.SignedAsync(office, "tamu@contoh.example", "2026-11-16T10:00:00+07:00");
        await RoundAsync("10:01");
        (await LettersAsync("Waktu")).ShouldBeEmpty();
        await RoundAsync("10:04:45");
        await RoundAsync("10:06");

        var (to, _, body) = (await LettersAsync("Waktu")).ShouldHaveSingleItem();
        (to, body).ShouldBe((Lina, "PS-001 belum dilayani. Janjinya paling lambat pukul 10.05 WIB."));
    }

    [Fact]
    public async Task Morning_and_afternoon_the_coordinator_gets_the_day_ready_to_be_sent_on()
    {
        await RoundAsync("07:00");
        (await LettersAsync("Ringkasan")).ShouldBeEmpty("the doors are closed");
        await RoundAsync("09:00");
        await RoundAsync("11:00");
        await RoundAsync("17:00");

        var letters = await LettersAsync("Ringkasan");
        letters.Select(it => it.To).ShouldBe([Lina, Lina]);
        letters[0].Body.ShouldStartWith("BPS Kota Metro, Senin, 16 November 2026 pukul 09.00 WIB\nPengunjung hari ini: 0.");
        letters[0].Body.ShouldContain($"Piket: {Sari}.");
        letters[0].Body.ShouldContain("https://wa.me/?text=BPS%20Kota%20Metro");
    }

    [Fact]
    public async Task Unusual_reads_are_told_once_to_coordinators_and_auditors_and_the_mail_names_nobody()
    {
        await PersonAsync(Ayu, Role.Auditor);
        var records = ActivatorUtilities.CreateInstance<ReadRecords>(pst.Get<IServiceProvider>(), new StoppedClock { Now = At("22:00") });
        await records.RecordAsync(
            office, [new VisitorId(Guid.CreateVersion7())], new(Seen.Details, SeenFor.Audit), new("user:sari", Role.Staff, office),
            default);
        await RoundAsync("22:01");
        await RoundAsync("22:10");

        var letters = await LettersAsync("Pembacaan data");
        letters.Select(it => it.To).ShouldBe([Lina, Ayu], ignoreOrder: true);
        letters[0].Body.ShouldBe(
            "Ada yang perlu ditanyakan: data dibuka di luar jam layanan, 16 November 2026 22.00 WIB. Lihat halaman Pembacaan data.");
    }

    static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-16T{time}+07:00", CultureInfo.InvariantCulture);

    async Task<Guid> PersonAsync(string? email, Role role)
    {
        await using var scope = pst.Get<IServiceScopeFactory>().CreateAsyncScope();
        var id = Guid.CreateVersion7();
        var person = new Person { Id = id, Name = email ?? "tanpa", UserName = $"{id:N}", Role = role, Office = office, Email = email };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person)).Succeeded.ShouldBeTrue();
        return id;
    }

    async Task RoundAsync(string time)
    {
        while (await pst.Get<Sequencer>().RunOnceAsync(default) > 0) { }
        await pst.Get<ProjectionRunner>().CatchUpAsync(default);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Indonesian;
        await using var scope = pst.Get<IServiceScopeFactory>().CreateAsyncScope();
        var clock = new StoppedClock { Now = At(time) };
        var summaries = ActivatorUtilities.CreateInstance<DaySummaries>(scope.ServiceProvider, clock);
        var watch = ActivatorUtilities.CreateInstance<ReadWatch>(scope.ServiceProvider, clock);
        var mails = ActivatorUtilities.CreateInstance<AttentionMails>(scope.ServiceProvider, summaries, watch, clock);
        await mails.TellAsync(office, (await pst.Get<OfficeMemory>().FindAsync(office, default))!, default);
    }

    async Task<IReadOnlyList<(string To, string Subject, string Body)>> LettersAsync(string about)
    {
        const string letters = "select recipient, subject, split_part(body, E'\\n\\n--\\n', 1) from vault.letter order by id";
        await using var command = pst.Get<PstDatabase>().Worker.CreateCommand(letters);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(string To, string Subject, string Body)>();
        while (await rows.ReadAsync()) found.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return [.. found.Where(it => it.Subject.Contains(about, StringComparison.Ordinal))];
    }
}
