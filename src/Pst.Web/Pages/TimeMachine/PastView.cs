using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>A moment of an office's past, with the way to those beside it.</summary>
/// <param name="Office">As it is now; how it was then stands in the moment.</param>
/// <param name="Events">Of the whole day, in their order.</param>
/// <param name="Recent">The last ones until the moment, the newest first, each with its sentence.</param>
/// <param name="Until">The end of the day, or now.</param>
public sealed record PastView(
    OpenOffice Office, PastDay Day, PastMoment Moment, IReadOnlyList<PastEvent> Events,
    IReadOnlyList<(PastEvent Event, string Sentence)> Recent, DateTimeOffset Until)
{
    // What one sees of a day that has no hours and no events.
    static readonly (int From, int To) Usual = (7, 17);

    public Zone Zone => Office.Zone;
    public DateTimeOffset At => Moment.At;

    public DateTimeOffset? Before => Events.LastOrDefault(it => it.At < At)?.At;
    public DateTimeOffset? After => Events.FirstOrDefault(it => it.At > At && it.At <= Until)?.At;

    public IEnumerable<DateTimeOffset> Arrivals => Events.Where(it => it.Event.Data is Arrived).Select(it => it.At);

    /// <summary>The promises of the day's visits that were broken.</summary>
    public IReadOnlyList<BrokenPromise> Broken => [.. Day.Broken(Until, Moment.By).Where(it => it.At >= Day.From && it.At < Day.To)];

    /// <summary>The hours of the day that the bar shows: those of service, and every event.</summary>
    public (int From, int To) Hours
    {
        get
        {
            var open = Moment.Settings.Hours.Instants(Day.Day);
            List<DateTimeOffset> shown =
                [.. open.SelectMany(it => new[] { it.From, it.To.AddTicks(-1) }), .. Events.Select(it => it.At), At];
            var (first, last) = (Zone.Local(shown.Min()).Hour, Zone.Local(shown.Max()).Hour + 1);
            return shown.Count == 1 ? (Math.Min(first, Usual.From), Math.Max(last, Usual.To)) : (first, last);
        }
    }

    /// <summary>How far into the day, in seconds.</summary>
    public double SecondOf(DateTimeOffset at) => (at - Day.From).TotalSeconds;

    /// <summary>Another moment of the day, or the same as it is told otherwise.</summary>
    public string AddressOf(DateTimeOffset at, Timeline? by = null) =>
        PastAddress.Of(Office.Code, Zone, at, by ?? Moment.By, Day.Position);

    /// <summary>The day in an address, without its time.</summary>
    public string Query => PastAddress.Query(Day.Day, Moment.By, Day.Position);
}
