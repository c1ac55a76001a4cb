using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

public sealed partial class ProjectionRunner
{
    const int Tries = 5;

    // Whoever writes one of the tables holds its row.
    const string Hold = """
        select position from read.projection where name = $1 and generation = any ($2) order by generation for update
        """;

    /// <summary>
    /// The projections whose tables are not what the log makes of them. Each is filled anew beside the one that serves, compared with it
    /// where both stand at one position, and takes over: so what was wrong is put right.
    /// </summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken cancel)
    {
        var found = new List<string>();
        foreach (var projection in projections)
            if (await DiffersAsync(projection, cancel)) found.Add(projection.Name);
        return found;
    }

    // Another node may move one of them, or let the new one take over, meanwhile; then it is looked at again.
    async Task<bool> DiffersAsync(Projection projection, CancellationToken cancel)
    {
        for (var tried = 1; tried <= Tries; tried++)
        {
            if (await generations.FindAsync(projection, cancel) is not { Serves: true } serving) return false; // never filled as yet
            var made = await generations.BeginAsync(projection, cancel);
            if (!await CatchUpAsync(projection, serving, cancel) || !await CatchUpAsync(projection, made, cancel)) continue;
            if (await DiffersAsync(projection, serving, made, cancel) is not { } differs) continue;
            await generations.SwitchAsync(projection, made, cancel);
            return differs;
        }
        return false;
    }

    async Task<bool> CatchUpAsync(Projection projection, Generation generation, CancellationToken cancel)
    {
        var filling = Filling(projection, generation);
        if (!await filling.ToHeadAsync(cancel)) return false;
        await filling.RollUpAsync(cancel);
        return true;
    }

    // Null where they do not stand at one position.
    async Task<bool?> DiffersAsync(Projection projection, Generation serving, Generation made, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var positions = new List<long>();
        await using (var hold = new NpgsqlBatch(connection))
        {
            hold.BatchCommands.Add(Statement.Of(Hold).With(projection.Name).With<int[]>([serving.Number, made.Number]));
            await using var rows = await hold.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) positions.Add(rows.GetInt64(0));
        }
        if (positions is not [var one, var other] || one != other) return null;

        var tables = new List<(string, string)> { (serving.Table, made.Table) };
        if (projection.HasDays) tables.Add((VisitDays.Table(serving.Table), VisitDays.Table(made.Table)));
        foreach (var (old, fresh) in tables)
        {
            await using var compare = new NpgsqlCommand(
                $"select exists (table {old} except all table {fresh}) or exists (table {fresh} except all table {old})", connection);
            compare.CommandTimeout = 0;
            if (await compare.ExecuteScalarAsync(cancel) is true) return true;
        }
        return false;
    }
}
