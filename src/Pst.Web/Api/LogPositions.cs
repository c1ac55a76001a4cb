using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Api;

/// <summary>Where events lie in the log.</summary>
public sealed class LogPositions(PstDatabase database)
{
    const string Places = "select seq_id, position from pst.log_leaf where seq_id = any($1)";

    /// <summary>By sequence number; an event that has no position yet is missing.</summary>
    public async Task<Dictionary<long, long>> OfAsync(IReadOnlyCollection<long> sequences, CancellationToken cancel)
    {
        await using var batch = database.App.CreateBatch();
        batch.BatchCommands.Add(GuardSql.Command(Places, [sequences.ToArray()]));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new Dictionary<long, long>();
        while (await rows.ReadAsync(cancel)) found[rows.GetInt64(0)] = rows.GetInt64(1);
        return found;
    }
}
