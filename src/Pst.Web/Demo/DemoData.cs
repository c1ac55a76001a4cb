using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Hosting;
using Pst.Web.Simulation;
using Pst.Web.Writing;

namespace Pst.Web.Demo;

/// <summary>
/// Fills an empty database with the demo, once. The first account is made before the offices are lived in and the others after it, so a
/// demo that was broken off is known and goes on; and a database in which real people work is left alone, for the demo's passwords are
/// printed.
/// </summary>
internal sealed class DemoData(PstDatabase database, EdgeKeys keys, SampleAccounts accounts)
{
    const string AnyVisit = "select exists (select from pst.mt_events where type = 'arrived')";

    /// <summary>What was done, in a sentence.</summary>
    /// <param name="now">The end of the simulated time.</param>
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
        var refused = (await Task.WhenAll(offices.Select(it => LiveAsync(it, now, cancel)))).Sum();
        await new DemoCatalogue(database).FillAsync(offices, now.Year, cancel);
        foreach (var account in all.Take(all.Count - 1)) await accounts.MakeAsync(account, cancel);
        await accounts.MakeVisitorAsync(cancel);
        await accounts.MakeAsync(all[^1], cancel);
        return refused == 0
            ? $"Three months were lived in {offices.Count} offices."
            : $"Three months were lived in {offices.Count} offices; {refused} commands were left out: the offices' own rules refuse them.";
    }

    // An office is stored whole: one that is there was made before this was broken off.
    async Task<int> LiveAsync(Office office, DateTimeOffset now, CancellationToken cancel)
    {
        var (batch, refused) = await Task.Run(() => LivedOffice.Until(office, now, keys), cancel);
        using var sequencer = new Sequencer(database.Worker); // the serving program's gives the positions
        try { await new BatchWriter(database, sequencer).WriteAsync(batch, cancel); }
        catch (AppendConflictException) { return 0; }
        return refused;
    }

    async Task<bool> IsInUseAsync(CancellationToken cancel)
    {
        await using var visits = database.Worker.CreateCommand(AnyVisit);
        return await accounts.AnyAsync(cancel) || await visits.ExecuteScalarAsync(cancel) is true;
    }
}
