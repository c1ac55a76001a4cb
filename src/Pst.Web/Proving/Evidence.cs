using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Hosting;

namespace Pst.Web.Proving;

/// <summary>Makes what others can check: bundles of a visit's events with their proofs.</summary>
public sealed class Evidence(PstDatabase database, Notary notary, LogTree tree, Checkpoints checkpoints)
{
    /// <summary>A visit as an auditor takes it home; null where there is none, or nothing of it has a position yet.</summary>
    /// <exception cref="LogBrokenException">The log is not what was signed before.</exception>
    /// <exception cref="ForeignKeyException">Another key than this node's has signed last.</exception>
    public async Task<Bundle?> OfVisitAsync(OfficeCode office, VisitId visit, CancellationToken cancel)
    {
        if (await notary.SignAsync(cancel) is not { Checkpoint: var head } signed) return null;

        await using var rows = await OfficeReads.QueryAsync(
            database.App, office, LoggedEvents.Of(office.Value, visit.Value), cancel);
        var entries = (await LoggedEvents.ReadAsync(rows, cancel)).Where(it => it.Position <= head.Size).ToList();
        if (entries.Count == 0) return null;

        var proofs = await tree.InclusionsAsync([.. entries.Select(it => it.Position)], head.Size, cancel);
        return new(
            signed, await KeysAsync(head.Origin, cancel), await EarlierAsync(head, cancel),
            [.. entries.Zip(proofs, (it, proof) => new ProvenEvent(it.Position, it.Event!, proof))]);
    }

    async Task<IReadOnlyList<LogKey>> KeysAsync(string origin, CancellationToken cancel) =>
        [.. (await checkpoints.KeysAsync(cancel)).Select(it => new LogKey(origin, it.PublicKey))];

    async Task<IReadOnlyList<EarlierCheckpoint>> EarlierAsync(Checkpoint head, CancellationToken cancel)
    {
        var earlier = new List<EarlierCheckpoint>();
        foreach (var it in await checkpoints.HandoversAsync(cancel))
            earlier.Add(new(it.Note, await tree.ConsistencyAsync(it.Checkpoint.Size, head.Size, cancel)));
        return earlier;
    }
}
