using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>Statements with positional parameters, which Npgsql sends as they stand and prepares by itself when they come again.</summary>
static class Statement
{
    internal static NpgsqlBatchCommand Of(string sql) => new(sql);

    internal static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    internal static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }
}
