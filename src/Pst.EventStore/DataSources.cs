using Npgsql;

namespace Pst.EventStore;

/// <summary>
/// The database as each of the two roles sees it. There is one login; what it may do follows from the role that a connection starts with.
/// A connection keeps no other state of its own: the office is set for a transaction, never for a session.
/// </summary>
public static class DataSources
{
    /// <summary>For requests: one office a transaction, may add events and change none.</summary>
    public static NpgsqlDataSource App(string connectionString) => As("pst_app", connectionString);

    /// <summary>For the sequencer, projections and proofs: all offices, may add events and change none.</summary>
    public static NpgsqlDataSource Worker(string connectionString) => As("pst_worker", connectionString);

    // Nobody may hold an office's lock while he does nothing, or wait for it for ever. A plan is made once a connection and kept: one that
    // was made while a table was small must not read through it when it is large. It is made for any value at once: a plan a value
    // cost more than the statement itself.
    const string Session =
        "-c idle_in_transaction_session_timeout=5s -c lock_timeout=4s -c enable_seqscan=off -c jit=off "
        + "-c plan_cache_mode=force_generic_plan";

    /// <summary>By which the database's own list of connections tells this node from others.</summary>
    public static string Node { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    // A reset on close would undo the role with everything else; there is nothing else to undo.
    static NpgsqlDataSource As(string role, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
        };
        settings.ApplicationName ??= $"{role} {Node}";
        settings.Options = $"{settings.Options} -c role={role} {Session}".Trim();
        return NpgsqlDataSource.Create(settings);
    }
}
