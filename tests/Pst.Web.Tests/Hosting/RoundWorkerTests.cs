using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pst.Web.Workers;

namespace Pst.Web.Tests;

/// <summary>Rounds that go wrong end no work.</summary>
public sealed class RoundWorkerTests
{
    [Fact]
    public async Task After_a_round_that_breaks_off_the_next_one_begins()
    {
        using var worker = new Worker(
            new NpgsqlException("away"), new InvalidOperationException("broken"), new OperationCanceledException());
        await worker.StartAsync(CancellationToken.None);

        await worker.Done.WaitAsync(TimeSpan.FromSeconds(30));
        await worker.StopAsync(CancellationToken.None);

        worker.Rounds.ShouldBeGreaterThan(3);
    }

    sealed class Worker(params Exception[] troubles)
        : RoundWorker(TimeSpan.FromMilliseconds(1), TimeProvider.System, NullLogger<RoundWorker>.Instance)
    {
        readonly TaskCompletionSource done = new();

        public int Rounds { get; private set; }
        public Task Done => done.Task;

        public override Task RunOnceAsync(CancellationToken cancel)
        {
            if (Rounds++ < troubles.Length) throw troubles[Rounds - 1];
            done.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
