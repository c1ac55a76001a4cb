using Pst.Web.Hosting;

namespace Pst.Web.Workers;

/// <summary>
/// Forgets the ids of commands after their days (api.md promises seven, one more is for clocks and weekends), and what was looked for in
/// the catalogue in vain after a year.
/// </summary>
public sealed class CommandPurge(PstDatabase database, TimeProvider clock, ILogger<CommandPurge> log)
    : RoundWorker(TimeSpan.FromHours(1), clock, log, waits: true)
{
    const string Old = "delete from pst.command where recorded < now() - interval '8 days'";
    const string Missed = "delete from library.missed where month < now() - interval '13 months'";

    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var old in (string[])[Old, Missed])
        {
            await using var command = database.Worker.CreateCommand(old);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
