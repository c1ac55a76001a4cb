using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Lives the days of an office one after the other.</summary>
/// <param name="lockers">Those that can be used.</param>
internal sealed class OfficeLife(
    Office office, Habits habits, Seeds seeds, SamplePeople people, IReadOnlyList<Locker> lockers, SimulatedOffice simulated)
{
    static readonly TimeOnly Morning = new(6, 0);
    static readonly TimeSpan Clearing = TimeSpan.FromMinutes(30);

    readonly Crew crew = new(office.Code);
    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);
    List<Step> pending = [];

    public SimulatedOffice Simulated => simulated;

    /// <summary>The office is opened by its file, early on that day.</summary>
    public void Open(DateOnly day) =>
        simulated.Put(hours.Zone.At(day, Morning), new OfficeCommand.PutFile(office), crew.Admin);

    /// <summary>From the first visitor to the closing; nothing on a day without service.</summary>
    public void Live(DateOnly day, OwnEvents? own = null)
    {
        if (hours.Instants(day) is not [.., var (_, end)]) return;

        var chance = seeds.Chance($"{office.Code}/{day:yyyy-MM-dd}/0");
        var planned = new Day(office, day, habits, crew, seeds, chance, new(lockers), people).Plan(own);
        var steps = pending.Concat(planned).OrderBy(it => it.At).ThenBy(it => it.Visit.Value).ThenBy(it => it.Number)
            .ToLookup(it => hours.LocalDay(it.At) <= day);
        pending = [.. steps[false]];
        var today = steps[true].ToList();
        simulated.Do(today);
        var last = today is [.., var step] && step.At > end ? step.At : end;
        simulated.Close(last + Clearing, day, crew.Supervisor);
    }
}
