using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Demo;

/// <summary>Lives the planned week in every office; the offices run side by side, for they know nothing of each other.</summary>
internal static class Simulation
{
    /// <summary>How many commands the offices' own rules refused; none with the agreed files.</summary>
    public static async Task<int> RunAsync(
        PstDatabase database, EdgeKeys keys, IEnumerable<Office> offices, DateTimeOffset now, CancellationToken cancel) =>
        (await Task.WhenAll(offices.Select(it => RunAsync(database, keys, it, now, cancel)))).Sum();

    static async Task<int> RunAsync(PstDatabase database, EdgeKeys keys, Office file, DateTimeOffset now, CancellationToken cancel)
    {
        var office = Pledged(file);
        var (week, crew, zone) = (new Week(office, now), new Crew(office.Code), office.Details.TimeZone);
        using var simulated = new SimulatedOffice(database, keys, office.Code);
        var opening = zone.At(week.PastDays.FirstOrDefault(week.Today), new TimeOnly(6, 0));
        await simulated.PutAsync(opening, new OfficeCommand.PutFile(office), crew.Admin, cancel);

        foreach (var (day, steps) in week.Past())
        {
            await simulated.DoAsync(steps, cancel);
            var closing = steps.Count > 0 ? steps[^1].At : zone.At(day, new TimeOnly(16, 0));
            await simulated.CloseAsync(closing.AddMinutes(30), day, crew.Supervisor, cancel);
        }

        await PrepareTodayAsync(simulated, week, crew, now - Scene.Reach, cancel);
        await simulated.DoAsync(week.SoFar(), cancel);
        return simulated.Refused;
    }

    // The agreed files name no maklumat and no compensation: these are made up, as the people are.
    static Office Pledged(Office file) => file with
    {
        Local = file.Local with
        {
            Pledge = file.Local.Pledge ?? new(
                "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan. "
                + "Bila kami tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan.",
                "Ratna Dewi", $"Kepala {file.Details.Name}", file.Standard.EffectiveFrom),
            Compensation = file.Local.Compensation ?? "permohonan maaf dari penyelia dan 5 lembar fotokopi gratis",
        },
    };

    // Two weeks, in which the clerk has two days and the supervisor has the third.
    static IEnumerable<PlannedDuty> Duties(DateOnly today, Crew crew) => Enumerable.Range(0, 14).Select(it => new PlannedDuty(
        today.AddDays(it), Crew.PersonOf(crew.Staff.Office, it % 3 == 2 ? Role.Supervisor : Role.Staff)));

    static async Task PrepareTodayAsync(SimulatedOffice simulated, Week week, Crew crew, DateTimeOffset at, CancellationToken cancel)
    {
        await simulated.PutAsync(at, new OfficeCommand.PutFile(week.OpenNow), crew.Admin, cancel);
        await simulated.PutAsync(at, new OfficeCommand.PlanDuties([.. Duties(week.Today, crew)]), crew.Supervisor, cancel);
        await simulated.PutAsync(at, new OfficeCommand.SwapDuties(week.Today.AddDays(1), week.Today.AddDays(2)), crew.Supervisor, cancel);
        if (week.Broken is not { } locker) return;

        var reason = new VaultEntry.Text(SampleId.Of($"broken/{crew.Staff.Office}/{locker}"), "Kunci patah, menunggu tukang.");
        await simulated.PutAsync(at, new OfficeCommand.PutOutOfOrder(locker, reason.Id), crew.Supervisor, cancel, reason);
    }
}
