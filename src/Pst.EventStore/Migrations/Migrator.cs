using Npgsql;

namespace Pst.EventStore;

/// <summary>
/// Brings a database to the schema that this program needs: roles and schemas first, then each migration that has not run yet.
/// All in one transaction: an interrupted start leaves the database as it was, and nodes that start together wait for each other.
/// </summary>
public static class Migrator
{
    // Any number will do; it only has to differ from the other advisory locks in this database.
    const long Lock = 0x507374_0001;

    /// <param name="connectionString">A login that owns the database and may create roles, or a superuser.</param>
    /// <param name="migrations">In the order in which they run: the store's own, then those of the projects that stand on it.</param>
    /// <param name="cancel">Leaves the database as it was.</param>
    /// <exception cref="InvalidOperationException">A migration that has run already reads otherwise now.</exception>
    public static async Task MigrateAsync(string connectionString, IEnumerable<Migration> migrations, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);

        await RunAsync(connection, $"select pg_advisory_xact_lock({Lock})", cancel);
        await RunAsync(connection, Migration.Text(typeof(Migrator).Assembly, "roles.sql"), cancel);
        var done = await DoneAsync(connection, cancel);
        foreach (var migration in migrations)
        {
            if (done.TryGetValue(migration.Name, out var digest))
                Unchanged(migration, digest);
            else
                await RunAsync(connection, migration, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    static void Unchanged(Migration migration, byte[] digest)
    {
        if (!migration.Digest.AsSpan().SequenceEqual(digest))
            throw new InvalidOperationException($"{migration.Name} has run already and was changed since: add a new migration instead.");
    }

    static async Task<Dictionary<string, byte[]>> DoneAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, digest from pst.migration", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var done = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
            done.Add(rows.GetString(0), rows.GetFieldValue<byte[]>(1));
        return done;
    }

    static async Task RunAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancel)
    {
        await RunAsync(connection, migration.Sql, cancel);
        await using var note = new NpgsqlCommand("insert into pst.migration (name, digest) values ($1, $2)", connection);
        note.Parameters.Add(new() { Value = migration.Name });
        note.Parameters.Add(new() { Value = migration.Digest });
        await note.ExecuteNonQueryAsync(cancel);
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
