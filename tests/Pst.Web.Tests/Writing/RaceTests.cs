using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

/// <summary>
/// Rules across visits hold when 32 ask at once: they are held by the lock and the guards of the same transaction, not by luck.
/// </summary>
public sealed class RaceTests : IAsyncLifetime
{
    const int Callers = 32;
    const string Morning = "2026-11-16T09:00:00+07:00";

    RunningPst pst = null!;

    public async Task InitializeAsync() => pst = await RunningPst.StartAsync();
    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task A_locker_has_one_holder()
    {
        var office = await pst.OpenAsync("1872");
        var visits = await Task.WhenAll(Each(async n => await CardHeldAsync(office, n)));

        var outcomes = await Task.WhenAll(visits.Select(it => pst.SendAsync(office, it, "assign_locker", """{"locker":"A05"}""")));

        outcomes.Count(it => it is Done<VisitAnswer>).ShouldBe(1);
        outcomes.OfType<Denied<VisitAnswer>>().Select(it => it.Reason).ShouldAllBe(it => it == new VisitRefusal.LockerTaken());
    }

    [Fact]
    public async Task A_visitor_has_one_open_visit_a_channel()
    {
        var office = await pst.OpenAsync("1872");
        var visits = await Task.WhenAll(Each(async _ =>
        {
            var visit = new VisitId(Guid.CreateVersion7());
            await pst.DoAsync(office, visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{Morning}}"}""");
            return visit;
        }));

        var outcomes = await Task.WhenAll(
            visits.Select(it => pst.SendAsync(office, it, "sign_guestbook", RunningPst.Guestbook("sari@contoh.example", Morning))));

        outcomes.Count(it => it is Done<VisitAnswer>).ShouldBe(1);
        outcomes.OfType<Denied<VisitAnswer>>().Select(it => it.Reason).ShouldAllBe(it => it == new VisitRefusal.VisitorAlreadyInside());
    }

    [Fact]
    public async Task Ticket_numbers_count_up_without_gaps()
    {
        var office = await pst.OpenAsync("1872");

        var answers = await Task.WhenAll(Each(_ =>
            pst.DoAsync(office, new(Guid.CreateVersion7()), "arrive", $$"""{"channel":"offline","occurredAt":"{{Morning}}"}""")));

        answers.Select(it => ((Arrived)it.Events[0].Data).Ticket!.Value.Number).Order().ShouldBe(Enumerable.Range(1, Callers));
    }

    [Fact]
    public async Task Sheets_do_not_pass_the_limit_of_a_day()
    {
        var office = await pst.OpenAsync("5272");
        var visit = await pst.SignedAsync(office, "sari@contoh.example", "2026-11-16T09:00:00+08:00");
        await pst.DoAsync(office, visit, "serve", """{"desk":"1","occurredAt":"2026-11-16T09:01:00+08:00"}""");

        var outcomes = await Task.WhenAll(Each(_ =>
            pst.SendAsync(office, visit, "make_copies", """{"sheets":3,"occurredAt":"2026-11-16T10:00:00+08:00"}""")));

        outcomes.Count(it => it is Done<VisitAnswer>).ShouldBe(3);
        outcomes.OfType<Denied<VisitAnswer>>().Select(it => it.Reason).ShouldAllBe(it => it == new VisitRefusal.CopyQuotaExceeded(1));
    }

    [Fact]
    public async Task Two_taps_are_one()
    {
        var office = await pst.OpenAsync("1872");
        var (visit, id) = (new VisitId(Guid.CreateVersion7()), pst.NewId());

        var outcomes = await Task.WhenAll(Each(_ =>
            pst.SendAsync(office, visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{Morning}}"}""", id)));

        outcomes.Cast<Done<VisitAnswer>>().Count(it => !it.IsReplayed).ShouldBe(1);
        outcomes.Cast<Done<VisitAnswer>>().Select(it => it.Answer.Events.Single()).Distinct().Count().ShouldBe(1);
    }

    static IEnumerable<T> Each<T>(Func<int, T> one) => Enumerable.Range(1, Callers).Select(one);

    async Task<VisitId> CardHeldAsync(OfficeCode office, int n)
    {
        var visit = await pst.SignedAsync(office, $"tamu{n}@contoh.example", Morning);
        await pst.DoAsync(office, visit, "hold_id", """{"kind":"sim"}""");
        return visit;
    }
}
