using Microsoft.Extensions.Logging.Abstractions;
using Pst.Domain;
using Pst.EventStore;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

/// <summary>
/// A day that nobody closed blocks no visitor: the worker lets go whoever left nothing, and nobody who was entered today.
/// </summary>
public sealed class DayClosingTests : IAsyncLifetime
{
    const string Monday = "2026-11-16T09:00:00+07:00";

    RunningPst pst = null!;

    public async Task InitializeAsync() => pst = await RunningPst.StartAsync();
    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_before_today_is_closed_and_a_card_keeps_its_visit_open()
    {
        var office = await pst.OpenAsync("1872");
        var gone = await pst.SignedAsync(office, "a@contoh.example", Monday);
        var held = await pst.SignedAsync(office, "b@contoh.example", Monday);
        await pst.DoAsync(office, held, "hold_id", """{"kind":"sim"}""");

        await WorkerAt(DateTimeOffset.UtcNow.AddDays(1)).RunOnceAsync(CancellationToken.None);

        (await IsOpenAsync(office, gone)).ShouldBeFalse();
        (await IsOpenAsync(office, held)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_entered_today_about_the_past_is_left_alone_until_tomorrow()
    {
        var office = await pst.OpenAsync("1872");
        var late = await pst.SignedAsync(office, "a@contoh.example", Monday);

        await WorkerAt(DateTimeOffset.UtcNow).RunOnceAsync(CancellationToken.None);

        (await IsOpenAsync(office, late)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_day_is_closed_once_and_answers_alike_when_asked_again()
    {
        var office = await pst.OpenAsync("1872");
        var gone = await pst.SignedAsync(office, "a@contoh.example", Monday);
        var request = new DayRequest(office, new(2026, 11, 16), RunningPst.Supervisor, pst.NewId());

        var first = (await pst.Get<DayCloser>().CloseAsync(request, CancellationToken.None)).ShouldBeOfType<Done<DayAnswer>>();
        var again = (await pst.Get<DayCloser>().CloseAsync(request, CancellationToken.None)).ShouldBeOfType<Done<DayAnswer>>();

        first.Answer.Visits.Departed.ShouldBe([gone]);
        again.ShouldBe(first with { IsReplayed = true });
    }

    DayWorker WorkerAt(DateTimeOffset now) => new(
        pst.Get<PstDatabase>(), pst.Get<OfficeMemory>(), new DayCloser(
            pst.Get<PstDatabase>(), pst.Get<Streams>(), pst.Get<OfficeMemory>(), new StoppedClock { Now = now }, pst.Get<Sequencer>()),
        pst.Get<EdgeKeys>(), new StoppedClock { Now = now }, NullLogger<DayWorker>.Instance);

    async Task<bool> IsOpenAsync(OfficeCode office, VisitId visit) =>
        !(await pst.Get<Streams>().ReadAsync(office.Value, visit.Value, CancellationToken.None)).Any(it => it.Data is Departed);
}
