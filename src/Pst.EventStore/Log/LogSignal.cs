using System.Data;
using System.Globalization;
using Npgsql;

namespace Pst.EventStore;

/// <summary>Tells this node when the log has grown, whichever node it was that wrote.</summary>
public sealed class LogSignal(NpgsqlDataSource worker)
{
    // A notification that is lost costs this much and no more.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    long head;
    TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The last position that this node has heard of.</summary>
    public long Head
    {
        get
        {
            lock (gate)
                return head;
        }
    }

    /// <summary>Listens until cancelled, on one connection, which is opened again when it breaks.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancel);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Patience, cancel);
            }
        }
    }

    /// <summary>Waits until the log has grown past a position, and tells its head.</summary>
    public async Task<long> WaitAsync(long after, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (head > after)
                    return head;
                next = grown.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        connection.Notification += (_, heard) => Advance(long.Parse(heard.Payload, CultureInfo.InvariantCulture));
        await using var listen = new NpgsqlCommand($"listen {Sequencer.Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancel);
        try
        {
            await using var look = new NpgsqlCommand("select coalesce(max(position), 0) from pst.log_leaf", connection);
            while (true)
            {
                Advance((long)(await look.ExecuteScalarAsync(cancel))!);
                await connection.WaitAsync(Patience, cancel);
            }
        }
        finally
        {
            // The pool must not get a connection back that still listens.
            await using var unlisten = new NpgsqlCommand("unlisten *", connection);
            if (connection.State == ConnectionState.Open)
                await unlisten.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    void Advance(long position)
    {
        lock (gate)
        {
            if (position <= head)
                return;
            head = position;
            grown.SetResult();
            grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
