using Npgsql;
using Pst.Web.Hosting;

namespace Pst.Web.Workers;

/// <summary>
/// Forgets the ids of commands after their days (api.md promises seven, one more is for clocks and weekends), and what was looked for in
/// the catalogue in vain after a year.
/// </summary>
public sealed class CommandPurge(PstDatabase database, ILogger<CommandPurge> log) : BackgroundService
{
    const string Old = "delete from pst.command where recorded < now() - interval '8 days'";
    const string Missed = "delete from library.missed where month < now() - interval '13 months'";
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var old in (string[])[Old, Missed])
                {
                    await using var command = database.Worker.CreateCommand(old);
                    await command.ExecuteNonQueryAsync(stoppingToken);
                }
            }
            catch (NpgsqlException away) { log.LogWarning(away, "Forgetting old commands waits."); }
        }
    }
}
