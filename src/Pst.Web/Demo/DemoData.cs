using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Demo;

/// <summary>
/// Fills an empty database with the demo, once. The first account is made before the week is lived and the others after it, so a demo that
/// was broken off is known and goes on; and a database in which real people work is left alone, for the demo's passwords are printed.
/// </summary>
internal sealed class DemoData(PstDatabase database, EdgeKeys keys, SampleAccounts accounts)
{
    const string AnyVisit = "select exists (select from pst.mt_events where type = 'arrived')";

    /// <summary>What was done, in a sentence.</summary>
    /// <param name="now">The end of the simulated week.</param>
    /// <exception cref="DemoRefusedException">The database is in use.</exception>
    public async Task<string> FillAsync(IReadOnlyList<Office> offices, DateTimeOffset now, CancellationToken cancel)
    {
        var all = SampleAccounts.Of(offices.Select(it => it.Code));
        if (await accounts.ExistsAsync(all[^1], cancel)) return "The demo was made before; it goes on as it was left.";
        if (!await accounts.ExistsAsync(all[0], cancel) && await IsInUseAsync(cancel))
            throw new DemoRefusedException(
                "This database is in use: the demo would add people whose passwords are printed. Give it a data folder of its own: "
                + "Pst__DataDirectory=./data-demo ./pst demo");

        await accounts.MakeAsync(all[0], cancel);
        var refused = await Simulation.RunAsync(database, keys, offices, now, cancel);
        foreach (var account in all) await accounts.MakeAsync(account, cancel);
        return refused == 0
            ? $"A week was lived in {offices.Count} offices."
            : $"A week was lived in {offices.Count} offices; {refused} commands were left out, since the offices' own rules refuse them.";
    }

    async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var visits = database.Worker.CreateCommand(AnyVisit);
        return await accounts.AnyAsync(cancel) || await visits.ExecuteScalarAsync(cancel) is true;
    }
}
