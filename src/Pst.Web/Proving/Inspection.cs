using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Commands;
using Pst.Web.Vault;

namespace Pst.Web.Proving;

/// <summary>All checks of the log, and of what stands beside it.</summary>
/// <param name="keys">This node's public keys.</param>
/// <param name="witnessed">What a witness keeps.</param>
internal sealed class Inspection(OpenDatabase database, IReadOnlyList<byte[]> keys, IReadOnlyList<SignedCheckpoint> witnessed)
{
    /// <summary>What is wrong with the log, by position; nothing where it is sound.</summary>
    /// <param name="passed">Told the positions that have been looked at.</param>
    public async Task<IReadOnlyList<LogFault>> FaultsAsync(Action<long> passed, CancellationToken cancel)
    {
        var log = await new LogCheck(database.Worker, database.Sequencer).FaultsAsync(passed, cancel);
        var signed = await new TreeCheck(database.Worker, keys, witnessed).FaultsAsync(_ => { }, cancel);
        return [.. log.Concat(signed).OrderBy(it => it.Position ?? long.MaxValue)];
    }

    /// <summary>What beside a sound log is not what the log makes of it.</summary>
    public async Task<IReadOnlyList<string>> BesideAsync(CancellationToken cancel)
    {
        var guards = await new GuardRebuild(database.Worker, database.Log, database.Sequencer).DifferencesAsync(cancel);
        return
        [
            .. guards.Select(it => $"pst.{it} is not what the log makes of it; `rebuild guards` puts it right"),
            .. await new VaultCheck(database.Worker).FaultsAsync(cancel),
        ];
    }
}
