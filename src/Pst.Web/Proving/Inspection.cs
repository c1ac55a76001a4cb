using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Vault;

namespace Pst.Web.Proving;

/// <summary>All checks of the log, and of what stands beside it. What is found of the log is kept for the operations page.</summary>
/// <param name="keys">This node's public keys; none where it has no key.</param>
/// <param name="witnessed">What a witness keeps.</param>
/// <param name="erasures">This node's file of erasures; null where it has none to compare.</param>
public sealed class Inspection(
    NpgsqlDataSource worker, EventLog log, Sequencer sequencer, IReadOnlyList<byte[]> keys, IReadOnlyList<SignedCheckpoint> witnessed,
    ErasureFile? erasures = null)
{
    /// <summary>What is wrong with the log, by position; nothing where it is sound.</summary>
    /// <param name="passed">Told the positions that have been looked at.</param>
    public async Task<IReadOnlyList<LogFault>> FaultsAsync(Action<long> passed, CancellationToken cancel)
    {
        var found = await new LogCheck(worker, sequencer).FaultsAsync(passed, cancel);
        var signed = await new TreeCheck(worker, keys, witnessed).FaultsAsync(_ => { }, cancel);
        LogFault[] faults = [.. found.Concat(signed).OrderBy(it => it.Position ?? long.MaxValue)];
        await new LogChecks(worker).KeepAsync(
            await log.HeadAsync(cancel), FirstOf(faults), faults is [var first, ..] ? first.What : null, cancel);
        return faults;
    }

    /// <summary>Where the log and this node's file of erasures do not say the same.</summary>
    public async Task<IReadOnlyList<string>> ErasuresAsync(CancellationToken cancel) =>
        erasures is null ? [] : await new ErasureCheck(worker, erasures).FaultsAsync(cancel);

    /// <summary>What beside a sound log is not what the log makes of it.</summary>
    public async Task<IReadOnlyList<string>> BesideAsync(CancellationToken cancel)
    {
        var guards = await new GuardRebuild(worker, log, sequencer).DifferencesAsync(cancel);
        var runner = new ProjectionRunner(worker, log, new LogSignal(worker), StoredEvents.Types, KeptProjections.All);
        return
        [
            .. guards.Select(it => $"pst.{it} is not what the log makes of it; `rebuild guards` puts it right"),
            .. (await runner.DifferencesAsync(cancel)).Select(it => $"{it} was not what the log makes of it, and was made again"),
            .. await new VaultCheck(worker).FaultsAsync(cancel),
        ];
    }

    /// <summary>
    /// The first bad position; null where what is wrong has none. What is known only to lie in a stretch says nothing where something in
    /// that stretch is known to the letter.
    /// </summary>
    public static long? FirstOf(IReadOnlyList<LogFault> faults)
    {
        var exact = faults.Where(it => it.Through is null).Select(it => it.Position).OfType<long>().ToList();
        return faults.Where(it => it.Through is null || !exact.Exists(place => place >= it.Position && place <= it.Through))
            .Min(it => it.Position);
    }
}
