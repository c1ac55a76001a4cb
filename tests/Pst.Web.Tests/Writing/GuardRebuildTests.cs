using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;

namespace Pst.Web.Tests.Writing;

/// <summary>The guards are nothing but the log: made again from it, they are the same to the byte.</summary>
public sealed class GuardRebuildTests : IAsyncLifetime
{
    const string At = "2026-11-16T09:00:00+08:00";

    RunningPst pst = null!;

    public async Task InitializeAsync() => pst = await RunningPst.StartAsync();
    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task Guards_rebuilt_from_the_log_are_the_same_bytes()
    {
        await LiveADayAsync(await pst.OpenAsync("5272"));
        await LiveADayAsync(await pst.OpenAsync(
            "1872", it => it with { Standard = it.Standard with { Printed = new(true, true, new(10, CopyWindow.Month)) } }));
        var before = await DumpAsync();

        await RebuildAsync();

        (await DumpAsync()).ShouldBe(before);
        before.ShouldContain("PS");
    }

    [Fact]
    public async Task A_guard_that_was_tampered_with_is_put_right()
    {
        var office = await pst.OpenAsync("5272");
        await LiveADayAsync(office);
        var before = await DumpAsync();
        await using (var tamper = pst.Get<PstDatabase>().Worker.CreateCommand("update pst.guard_copies set sheets = 1"))
            await tamper.ExecuteNonQueryAsync();
        (await DumpAsync()).ShouldNotBe(before);

        await RebuildAsync();

        (await DumpAsync()).ShouldBe(before);
    }

    Task RebuildAsync() =>
        new GuardRebuild(pst.Get<PstDatabase>().Worker, pst.Get<EventLog>(), pst.Get<Sequencer>()).RunAsync(CancellationToken.None);

    // One who stays with card and bag, one whose sheets were corrected and who left, one who was entered by mistake.
    async Task LiveADayAsync(OfficeCode office)
    {
        var locker = office.Value == "5272" ? "1" : "A01";
        var stays = await pst.SignedAsync(office, "a@contoh.example", At);
        await pst.DoAsync(office, stays, "hold_id", """{"kind":"sim"}""");
        await pst.DoAsync(office, stays, "assign_locker", $$"""{"locker":"{{locker}}"}""");

        var left = await pst.SignedAsync(office, "b@contoh.example", At);
        await pst.DoAsync(office, left, "serve", """{"desk":"1"}""");
        await pst.DoAsync(office, left, "make_copies", """{"sheets":8}""");
        await pst.DoAsync(office, left, "correct", """{"eventVersion":4,"field":"sheets","to":3,"reason":"salah hitung"}""");
        await pst.DoAsync(office, left, "depart", "{}");
        await pst.DoAsync(office, left, "undo", """{"eventVersion":6}""");

        var mistaken = await pst.SignedAsync(office, "c@contoh.example", At);
        await pst.DoAsync(office, mistaken, "transfer", """{"service":"KS"}""");
        await pst.DoAsync(office, mistaken, "serve", """{"desk":"1"}""");
        await pst.DoAsync(office, mistaken, "make_copies", """{"sheets":2}""");
        await pst.DoAsync(office, mistaken, "void", """{"reason":"latihan"}""");
    }

    Task<string> DumpAsync() => GuardRows.AllAsync(pst.Get<PstDatabase>().Worker);
}
