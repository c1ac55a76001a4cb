using Npgsql;
using NpgsqlTypes;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>An import that goes on, or went.</summary>
/// <param name="Source">What was imported from, in words.</param>
/// <param name="Finished">Null while it goes on, and for ever where the program ended meanwhile.</param>
public sealed record ImportRun(Guid Id, string Source, DateTimeOffset Started, DateTimeOffset? Finished, ImportReport Report);

/// <summary>Keeps what came of imports, so that it can be read while they go on and afterwards.</summary>
internal sealed class ImportLog(PstDatabase database, TimeProvider clock)
{
    const string Begin = "insert into library.import (id, source, report, started) values ($1, $2, $3, $4)";
    const string Tell = "update library.import set report = $2, finished = case when $3 then $4 end where id = $1";
    const string Recent = "select id, source, started, finished, report::text from library.import order by started desc, id desc limit $1";
    const string One = "select id, source, started, finished, report::text from library.import where id = $1";

    public async Task<Guid> BeginAsync(string source, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(Begin, cancel, id, source, ImportReport.Empty.ToJson(), clock.GetUtcNow());
        return id;
    }

    public Task TellAsync(Guid id, ImportReport report, bool isFinished, CancellationToken cancel) =>
        RunAsync(Tell, cancel, id, report.ToJson(), isFinished, clock.GetUtcNow());

    public Task<IReadOnlyList<ImportRun>> RecentAsync(int most, CancellationToken cancel) => ReadAsync(Recent, most, cancel);

    public async Task<ImportRun?> FindAsync(Guid id, CancellationToken cancel) => (await ReadAsync(One, id, cancel)).SingleOrDefault();

    async Task<IReadOnlyList<ImportRun>> ReadAsync(string sql, object value, CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<ImportRun>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(
                rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2),
                rows.IsDBNull(3) ? null : rows.GetFieldValue<DateTimeOffset>(3), ImportReport.OfJson(rows.GetString(4))));
        return found;
    }

    async Task RunAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.Worker.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is string json && json.StartsWith('{')
                ? new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb } : new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
