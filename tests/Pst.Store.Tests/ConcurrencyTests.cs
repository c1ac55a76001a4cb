using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

/// <summary>Why positions are given after commit: writers that pause inside their transactions, and two ways to follow them.</summary>
public sealed class ConcurrencyTests
{
    const int Writers = 16, Events = 50_000, OfOneWriter = Events / Writers, Shared = 64;

    [Theory, InlineData(15), InlineData(18)]
    public async Task The_tail_reads_every_event_once_and_in_order_where_a_cursor_by_sequence_number_loses_some(int version)
    {
        await using var store = await CreateAsync(version);
        using var writing = new CancellationTokenSource();
        using Sequencer node = new(store.Worker), other = new(store.Worker);
        using var stop = new CancellationTokenSource();
        var sequencing = Task.WhenAll(node.RunAsync(stop.Token), other.RunAsync(stop.Token));
        var streams = Enumerable.Range(0, Shared).Select(_ => store.NewId()).ToList();
        var signal = new LogSignal(store.Worker);
        var listening = signal.RunAsync(stop.Token);
        var tail = TailAsync(store, signal);
        var cursor = CursorAsync(store, writing.Token);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, streams, node, new(writer)))));
        await writing.CancelAsync();

        var read = await tail.WaitAsync(TimeSpan.FromMinutes(1));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(sequencing, listening));
        read.Select(it => it.Position).ShouldBe(Enumerable.Range(1, Events).Select(it => (long)it));
        read.Select(it => it.Event.Sequence).Distinct().Count().ShouldBe(Events);
        foreach (var stream in read.GroupBy(it => it.Event.Stream))
            stream.Select(it => it.Event.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(it => (long)it));
        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(Events);
        (await cursor).Count.ShouldBeLessThan(Events);
    }

    static async Task WriteAsync(TestStore store, List<Guid> streams, Sequencer node, Random random)
    {
        for (var left = OfOneWriter; left > 0;)
        {
            var events = Enumerable.Range(0, Math.Min(left, random.Next(1, 10))).Select(object (number) => new Counted(number)).ToList();
            try
            {
                var stream = streams[random.Next(Shared)];
                await using var transaction = await store.BeginAsync(stream);
                var pause = new NpgsqlBatchCommand($"select pg_sleep({random.Next(10)} / 1000.0)");
                await transaction.AppendAsync(Of(stream, events) with { Guards = [pause] }, default);
                left -= events.Count;
                node.Wake();
            }
            catch (AppendConflictException)
            {
                // Another writer was at this stream: choose again.
            }
        }
    }

    static async Task<List<LogEntry>> TailAsync(TestStore store, LogSignal signal)
    {
        var read = new List<LogEntry>();
        while (read.Count < Events)
        {
            await signal.WaitAsync(read.Count, default);
            read.AddRange((await store.Log.ReadAsync(read.Count, 1000, null, default)).Entries);
        }

        return read;
    }

    /// <summary>What many stores do: remember the highest number seen, and ask for higher ones.</summary>
    static async Task<List<long>> CursorAsync(TestStore store, CancellationToken writing)
    {
        var read = new List<long>();
        for (var rest = false; !rest;)
        {
            rest = writing.IsCancellationRequested;
            await using var command = store.Worker.CreateCommand("select seq_id from pst.mt_events where seq_id > $1 order by seq_id");
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = read.Count == 0 ? 0 : read[^1] });
            await using var rows = await command.ExecuteReaderAsync(CancellationToken.None);
            while (await rows.ReadAsync(CancellationToken.None))
                read.Add(rows.GetInt64(0));
        }

        return read;
    }
}
