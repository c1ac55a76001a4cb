using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

public sealed class IncidentTests : IAsyncLifetime
{
    const string Morning = "2026-11-16T09:00:00+08:00";

    RunningPst pst = null!;
    OfficeCode office;

    public async Task InitializeAsync()
    {
        pst = await RunningPst.StartAsync();
        office = await pst.OpenAsync("5272");
    }

    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task A_jammed_locker_is_given_to_nobody_until_it_is_opened()
    {
        var (first, second) = (await WithCardAsync("sari@contoh.example"), await WithCardAsync("budi@contoh.example"));
        await pst.DoAsync(office, first, "assign_locker", """{"locker":"1"}""");
        var returned = await pst.DoAsync(office, first, "return_id", """{"override":{"reason":"kunci patah"}}""");
        await pst.DoAsync(office, first, "depart", "{}");

        var taken = await pst.SendAsync(office, second, "assign_locker", """{"locker":"1"}""");
        taken.ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.LockerTaken()));
        await pst.DoAsync(office, first, "resolve_incident", $$"""{"incident":{{returned.Events[0].Version}},"reason":"dibuka"}""");
        await pst.DoAsync(office, second, "assign_locker", """{"locker":"1"}""");
        var rebuild = new GuardRebuild(pst.Get<PstDatabase>().Worker, pst.Get<EventLog>(), pst.Get<Sequencer>());
        (await rebuild.DifferencesAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    async Task<VisitId> WithCardAsync(string email)
    {
        var visit = await pst.SignedAsync(office, email, Morning);
        await pst.DoAsync(office, visit, "hold_id", """{"kind":"sim"}""");
        return visit;
    }
}
