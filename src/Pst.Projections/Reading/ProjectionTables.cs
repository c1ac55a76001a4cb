using System.Collections.Concurrent;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Reads the projections' tables as requests do: inside one office, from the table that serves just now.</summary>
public sealed class ProjectionTables(NpgsqlDataSource app)
{
    // Rebuilds may follow one another, but not so fast.
    const int Most = 5;

    const string Serving = "select generation from read.projection where name = $1 and version = $2 and serves";

    const string Joined = "select visitor, person from pst.guard_person where tenant_id = $1";

    readonly ConcurrentDictionary<string, string> known = new();

    /// <summary>The rows that a query for <c>stream_id, document</c> finds in one office.</summary>
    internal Task<IReadOnlyList<(VisitId Visit, TRow Row)>> ReadAsync<TRow>(
        Projection<TRow> projection, OfficeCode office, Func<string, NpgsqlBatchCommand> query, CancellationToken cancel)
        where TRow : class =>
        ReadAsync(
            projection, office, query,
            row => (new VisitId(row.GetGuid(0)), RowJson.Read<TRow>(row.GetFieldValue<byte[]>(1))), cancel);

    /// <summary>What a query finds in one office.</summary>
    /// <param name="query">The statement for a table; it is asked again when the table has just been replaced.</param>
    /// <exception cref="ProjectionNotReadyException">No table of this version serves yet.</exception>
    internal async Task<IReadOnlyList<T>> ReadAsync<T>(
        Projection projection, OfficeCode office, Func<string, NpgsqlBatchCommand> query, Func<NpgsqlDataReader, T> read,
        CancellationToken cancel) =>
        await FromAsync(projection, table => RowsAsync(office, query(table), read, cancel), cancel);

    /// <summary>What is read from the table that serves.</summary>
    /// <param name="read">It is asked again when the table has just been replaced.</param>
    /// <exception cref="ProjectionNotReadyException">No table of this version serves yet.</exception>
    internal async Task<T> FromAsync<T>(Projection projection, Func<string, Task<T>> read, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            if (!known.TryGetValue(projection.Name, out var table))
                known[projection.Name] = table = await FindAsync(projection, cancel);
            try
            {
                return await read(table);
            }
            catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.UndefinedTable && tried < Most)
            {
                // Another filling took over, and its predecessor was dropped: no table that no longer follows the log is left to be read.
                known.TryRemove(new(projection.Name, table));
            }
        }
    }

    /// <summary>How rows are read inside one office.</summary>
    internal RowQuery Within(OfficeCode office) => async (query, row, cancel) =>
    {
        await using var rows = await OfficeReads.QueryAsync(app, office, query, cancel);
        while (await rows.ReadAsync(cancel)) row(rows);
    };

    /// <summary>Which of the office's records of visitors are joined.</summary>
    internal async Task<Persons> PersonsAsync(OfficeCode office, CancellationToken cancel) => new(await RowsAsync(
        office, Statement.Of(Joined).With(office.Value), row => (new VisitorId(row.GetGuid(0)), new VisitorId(row.GetGuid(1))), cancel));

    async Task<IReadOnlyList<T>> RowsAsync<T>(
        OfficeCode office, NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(app, office, query, cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    async Task<string> FindAsync(Projection projection, CancellationToken cancel)
    {
        await using var batch = app.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Serving).With(projection.Name).With(projection.Version));
        return await batch.ExecuteScalarAsync(cancel) is int number
            ? new Generation(projection.Name, number, projection.Version, 0, true).Table
            : throw new ProjectionNotReadyException(projection.Name);
    }
}

/// <summary>The projection is being filled for the first time in its present version, and answers nothing until it is whole.</summary>
public sealed class ProjectionNotReadyException(string name) : Exception($"The projection {name} is still being filled.");
