using System.Net.Sockets;
using Npgsql;

namespace Pst.EventStore;

/// <summary>What an error of the database means to one who writes.</summary>
static class WriteFailures
{
    // idle_in_transaction_session_timeout: the two batches lay too far apart.
    const string IdleTooLong = "25P03";

    /// <summary>Before the last batch nothing can have been stored, whatever went wrong.</summary>
    internal static Exception? BeforeCommit(Exception failure) => failure switch
    {
        PostgresException { InvariantSeverity: "ERROR" } answer => Answered(answer),
        NpgsqlException or SocketException => new StoreBusyException(failure),
        _ => null,
    };

    /// <summary>An error that the database answered with undid the transaction; a connection that broke says nothing of it.</summary>
    internal static Exception? InCommit(Exception failure) => failure switch
    {
        PostgresException { SqlState: IdleTooLong } => new StoreBusyException(failure),
        PostgresException { InvariantSeverity: "ERROR" } answer => Answered(answer),
        NpgsqlException => new OutcomeUnknownException(failure),
        _ => null,
    };

    static Exception? Answered(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.CheckViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            => new AppendConflictException(answer.ConstraintName, answer),
        PostgresErrorCodes.LockNotAvailable or IdleTooLong => new StoreBusyException(answer),
        _ when answer.IsTransient || answer.SqlState.StartsWith("53", StringComparison.Ordinal) => new StoreBusyException(answer),
        _ => null,
    };
}
