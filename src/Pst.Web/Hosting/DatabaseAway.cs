using Npgsql;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Hosting;

/// <summary>Tells a database that is away for a moment from a mistake of ours: the same again a little later may succeed.</summary>
public static class DatabaseAway
{
    public static bool IsTold(Exception failure) => failure switch
    {
        StoreBusyException or OutcomeUnknownException or ProjectionNotReadyException => true,
        PostgresException { InvariantSeverity: "FATAL" } => true, // the session was ended, whatever it was doing
        NpgsqlException away => away.IsTransient,
        InvalidOperationException { InnerException: { } cause } => IsTold(cause), // EF Core's way to pass it on
        _ => false,
    };
}
