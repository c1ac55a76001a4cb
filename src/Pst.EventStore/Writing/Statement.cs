using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>Statements with positional parameters, which Npgsql sends as they stand and prepares by itself when they come again.</summary>
public static class Statement
{
    // What is read after a lock must be what was committed before it was got, whatever level is the server's default.
    internal const string Begin = "begin isolation level read committed";

    /// <summary>A statement without parameters as yet.</summary>
    public static NpgsqlBatchCommand Of(string sql) => new(sql);

    /// <summary>The next parameter, of the type that Npgsql has for the value's own.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>The next parameter, of a type that is named.</summary>
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }
}
