using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// Ends links whose time is over, and takes away files that nobody needs. On every node, and yet once: the request itself says what was
/// done.
/// </summary>
internal sealed class SoftcopyWorker(
    OfficeMemory offices, SoftcopyBoard softcopies, SoftcopyWriter writer, MadeFiles files, EdgeKeys keys, TimeProvider clock,
    ILogger<SoftcopyWorker> log) : RoundWorker(TimeSpan.FromMinutes(15), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        foreach (var office in await offices.CodesAsync(cancel))
            foreach (var line in (await softcopies.LivingAsync(office, cancel)).Where(it => it.Row.Until < now))
                await writer.SendAsync(
                    new(office, line.Id, new SoftcopyCommand.PassTime(), new("worker:softcopies", Role.Supervisor, null),
                        keys.CommandId($"{line.Id}", $"worker/softcopy/{office}", []), null), cancel);
        await files.ClearAsync(cancel);
    }
}
