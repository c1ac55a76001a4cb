using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Definitions;

/// <summary>Where a definition comes from.</summary>
public enum Origin { Standard, Ikm, CodeBook, Law, House, Complaints }

/// <summary>What a figure means. Its name and formula are sentences, <c>figure.ANCHOR</c> and <c>define.ANCHOR</c>.</summary>
/// <param name="Anchor">Of its place on the page: what links to it names.</param>
/// <param name="Events">What in a visit's history it is made of.</param>
public sealed record Definition(string Anchor, Origin Origin, params IReadOnlyList<Type> Events)
{
    /// <summary>The counted figures that it explains.</summary>
    public IReadOnlyList<Figure> Explains { get; init; } = [];

    /// <summary>What is not counted in it, and is shown beside it.</summary>
    public IReadOnlyList<Figure> LeavesOut { get; init; } = [Figure.Voided];

    /// <summary>The same of complaints: which are counted, and which are not and are shown beside it.</summary>
    public IReadOnlyList<ComplaintFigure> Counts { get; init; } = [];

    public IReadOnlyList<ComplaintFigure> Uncounted { get; init; } = [];

    static Definition Of(Figure figure, Origin origin, params IReadOnlyList<Type> events) =>
        new(Words.Of(figure), origin, events) { Explains = [figure] };

    /// <summary>The figures of visits.</summary>
    static IEnumerable<Definition> OfVisits =>
    [
        Of(Figure.Visits, Origin.House, typeof(Arrived), typeof(Voided)),
        Of(Figure.People, Origin.House, typeof(Arrived), typeof(EntryCorrected)),
        Of(Figure.Signed, Origin.Standard, typeof(GuestbookSigned)),
        Of(Figure.Companions, Origin.House, typeof(Arrived), typeof(EntryCorrected)),
        new("channels", Origin.Standard, typeof(Arrived)) { Explains = [Figure.Offline, Figure.Online] },
        Of(Figure.Served, Origin.Standard, typeof(Served)),
        Of(Figure.Used, Origin.Standard, typeof(PublicationRead), typeof(SoftcopyScanned), typeof(CopiesMade), typeof(CatalogueSearched),
            typeof(SoftcopyRequested), typeof(SoftcopyDownloaded)),
        new("arrivals", Origin.House, typeof(Arrived)),
        new("groups", Origin.CodeBook, typeof(GuestbookSigned), typeof(EntryCorrected)) { LeavesOut = [Figure.Voided, Figure.Companions] },
    ];

    /// <summary>The promise on time.</summary>
    static IEnumerable<Definition> OfThePromise =>
    [
        Of(Figure.Met, Origin.Standard, typeof(GuestbookSigned), typeof(Served)),
        Of(Figure.Missed, Origin.Standard, typeof(GuestbookSigned), typeof(Served), typeof(Departed)),
        Of(Figure.Withdrawn, Origin.Standard, typeof(GuestbookSigned), typeof(Departed)),
        Of(Figure.Pending, Origin.Standard, typeof(GuestbookSigned)),
        Of(Figure.Unknown, Origin.Standard, typeof(Arrived)),
        Of(Figure.NoPromise, Origin.Standard, typeof(Arrived)),
        Of(Figure.Voided, Origin.House, typeof(Voided)) with { LeavesOut = [] },
        new("compliance", Origin.Standard, typeof(GuestbookSigned), typeof(Served), typeof(Departed))
        {
            LeavesOut = [Figure.Withdrawn, Figure.Pending, Figure.Unknown, Figure.NoPromise, Figure.Voided],
        },
        new("waits", Origin.Standard, typeof(GuestbookSigned), typeof(Served)),
        Of(Figure.CompensationsOffered, Origin.Law, typeof(CompensationOffered)),
        Of(Figure.CompensationsGiven, Origin.Law, typeof(CompensationGiven)),
    ];

    /// <summary>The signs that the promise is being gamed.</summary>
    static IEnumerable<Definition> OfSigns =>
    [
        Of(Figure.VoidedAfterMissed, Origin.House, typeof(Voided)) with { LeavesOut = [] },
        Of(Figure.WithdrawnAtLast, Origin.House, typeof(GuestbookSigned), typeof(Departed)),
        Of(Figure.MetUnused, Origin.House, typeof(Served), typeof(Departed)),
        Of(Figure.CalledTwiceAbsent, Origin.House, typeof(Called), typeof(Skipped)),
        new("to_guestbook", Origin.House, typeof(Arrived), typeof(GuestbookSigned)),
        new("late_visits", Origin.House, typeof(Arrived), typeof(Served)) { Explains = [Figure.LateVisits, Figure.LateEntries] },
        new("compliance_without_late", Origin.House, typeof(GuestbookSigned), typeof(Served))
        {
            Explains = [Figure.LateMet, Figure.LateMissed],
            LeavesOut = [Figure.LateVisits, Figure.Withdrawn, Figure.Pending, Figure.Unknown, Figure.NoPromise, Figure.Voided],
        },
    ];

    /// <summary>What visitors use and leave in custody.</summary>
    static IEnumerable<Definition> OfTheDesk =>
    [
        new("sheets", Origin.Standard, typeof(CopiesMade), typeof(EntryCorrected)) { Explains = [Figure.Sheets] },
        new("sheets_of", Origin.Standard, typeof(CopiesMade), typeof(EntryCorrected)),
        Of(Figure.CopyOverrides, Origin.Standard, typeof(CopiesMade)),
        Of(Figure.HourOverrides, Origin.House, typeof(Arrived)),
        new("incidents", Origin.House, typeof(IdLost), typeof(IdHandedOver), typeof(BagLeft), typeof(LockerJammed))
        {
            Explains = [Figure.IdsLost, Figure.IdsHandedOver, Figure.BagsLeft, Figure.LockersJammed],
        },
    ];

    /// <summary>How visitors judge.</summary>
    static IEnumerable<Definition> OfRatings =>
    [
        new("ratings", Origin.Standard, typeof(Rated), typeof(EntryCorrected), typeof(Departed))
        {
            Explains = [Figure.Ratings, Figure.Mark1, Figure.Mark2, Figure.Mark3, Figure.Mark4],
        },
        new("mean_mark", Origin.Standard, typeof(Rated), typeof(EntryCorrected), typeof(Departed)),
        new("ikm", Origin.Ikm, typeof(Rated), typeof(EntryCorrected))
        {
            Explains = [Figure.Complete, .. Enum.GetValues<Element>().Select(Sums.Of)],
        },
        new("sample", Origin.Ikm, typeof(Served)),
    ];

    /// <summary>All definitions by what they are about.</summary>
    public static IReadOnlyList<(string Part, IReadOnlyList<Definition> Definitions)> All { get; } =
    [
        ("visits", [.. OfVisits]), ("promise", [.. OfThePromise]), ("signs", [.. OfSigns]), ("desk", [.. OfTheDesk]),
        ("ratings", [.. OfRatings]), ("complaints", ComplaintDefinitions.All),
    ];
}
