namespace Pst.Web.Softcopies;

/// <summary>
/// Turns at what only so many may do at once. Whoever waits is let in by groups in turn: who asks for twenty holds up nobody who asks
/// for one.
/// </summary>
/// <param name="seats">How many at once.</param>
/// <param name="mostWaiting">More are sent away.</param>
internal sealed class FairTurns<TGroup>(int seats, int mostWaiting) where TGroup : notnull
{
    readonly Lock gate = new();
    readonly Dictionary<TGroup, Queue<TaskCompletionSource>> waiting = [];
    readonly Queue<TGroup> order = [];
    int free = seats, waits;

    /// <summary>Waits for a turn, which ends when it is disposed of; null where too many wait.</summary>
    public async Task<IDisposable?> TakeAsync(TGroup group, CancellationToken cancel)
    {
        if (Join(group) is not { } turn) return null;
        await using (cancel.Register(() => turn.TrySetCanceled(cancel))) await turn.Task;
        return new Seat(this);
    }

    TaskCompletionSource? Join(TGroup group)
    {
        lock (gate)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (free > 0)
            {
                free--;
                turn.SetResult();
                return turn;
            }
            if (waits >= mostWaiting) return null;
            waits++;
            if (!waiting.TryGetValue(group, out var queue)) waiting[group] = queue = [];
            if (queue.Count == 0) order.Enqueue(group);
            queue.Enqueue(turn);
            return turn;
        }
    }

    // The seat goes on to the next group's first; whoever has given up is passed over.
    void Leave()
    {
        lock (gate)
        {
            while (order.TryDequeue(out var group))
            {
                var turn = waiting[group].Dequeue();
                waits--;
                if (waiting[group].Count > 0) order.Enqueue(group);
                else waiting.Remove(group);
                if (turn.TrySetResult()) return;
            }
            free++;
        }
    }

    sealed class Seat(FairTurns<TGroup> turns) : IDisposable
    {
        int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) turns.Leave();
        }
    }
}
