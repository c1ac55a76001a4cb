using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Simulation;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Demo;

/// <summary>Lives what is planned for an office of the demo, in memory.</summary>
internal static class LivedOffice
{
    const string Origin = "demo";

    /// <summary>All of it, and how many commands the office's own rules refused; none with the agreed files.</summary>
    public static (SimulatedBatch Batch, int Refused) Until(Office file, DateTimeOffset now, EdgeKeys keys)
    {
        var office = Pledged(file);
        var quarter = new Quarter(office, now);
        // Whoever knows the demo must not know the salts and references of what is typed into it.
        var simulated = new SimulatedOffice(office.Code, new(Origin), keys, Fresh.Secret, Origin);
        var life = quarter.LifeOf(simulated);
        var crew = new Crew(office.Code);
        var actions = new FollowUps(simulated, crew, quarter.FollowUp, quarter.Today, office.Details.TimeZone);
        var complaints = new SampleComplaints(simulated, crew, quarter.FollowUp, quarter.Past().Last().Day, office.Details.TimeZone);
        life.Open(quarter.First);
        foreach (var (day, own) in quarter.Past())
        {
            life.Live(day, own);
            actions.After(day);
            complaints.After(day);
        }

        PrepareToday(simulated, quarter, crew, now - Scene.Reach);
        var appointments = new SampleAppointments(simulated, crew, quarter, now - Scene.Reach);
        appointments.Make(now);
        foreach (var step in quarter.SoFar())
        {
            simulated.Do([step]);
            appointments.After(step);
        }
        return (simulated.Take(), simulated.Refused);
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

    static void PrepareToday(SimulatedOffice simulated, Quarter quarter, Crew crew, DateTimeOffset at)
    {
        simulated.Put(at, new OfficeCommand.PutFile(quarter.OpenNow), crew.Admin);
        simulated.Put(at, new OfficeCommand.PlanDuties([.. Duties(quarter.Today, crew)]), crew.Supervisor);
        simulated.Put(at, new OfficeCommand.SwapDuties(quarter.Today.AddDays(1), quarter.Today.AddDays(2)), crew.Supervisor);
        if (quarter.Broken is not { } locker) return;

        var reason = new VaultEntry.Text(
            "Kunci patah, menunggu tukang.", SampleId.Of($"broken/{crew.Staff.Office}/{locker}").ToByteArray());
        simulated.Put(at, new OfficeCommand.PutOutOfOrder(locker, reason.Id), crew.Supervisor, reason);
    }
}
