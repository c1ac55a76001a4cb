using System.Diagnostics;
using static Pst.Domain.SoftcopyCommand;
using static Pst.Domain.SoftcopyRefusal;
using static Pst.Domain.SoftcopyRequest;

namespace Pst.Domain;

/// <summary>What people, and time, may ask about a softcopy. Texts lie in the vault; these are their references.</summary>
public abstract record SoftcopyCommand
{
    public sealed record Ask(
        PublicationId PublicationId, SoftcopyWay Way, int? Purpose = null, Guid? Why = null, PageSpan? Pages = null,
        VisitId? Visit = null, VisitorId? Visitor = null) : SoftcopyCommand;

    public sealed record Prepare(SoftcopyFile File) : SoftcopyCommand;
    public sealed record Deliver : SoftcopyCommand;

    /// <summary>What was made while its visitor waits for it: prepared and delivered at once.</summary>
    public sealed record HandOver(SoftcopyFile File) : SoftcopyCommand;

    public sealed record Fetch : SoftcopyCommand;
    public sealed record Rate(int Overall, Guid? Comment = null) : SoftcopyCommand;
    public sealed record Decline(Guid Reason) : SoftcopyCommand;

    /// <summary>It was given where it should not have been: its link opens nothing from now on.</summary>
    public sealed record CallBack(Guid Reason) : SoftcopyCommand;

    /// <summary>The worker's: what lay there long enough is not given any more.</summary>
    public sealed record PassTime : SoftcopyCommand;

    private SoftcopyCommand() { }
}

/// <summary>What a decision needs beside the request.</summary>
/// <param name="Standard">The office's that is in force today; null where none is.</param>
/// <param name="AskedThisYear">How many numbers of the year are given; asked of a new request only.</param>
public sealed record SoftcopyFacts(
    OfficeCode Office, DateTimeOffset Now, DateOnly Today, WorkingCalendar Calendar, Standard? Standard, int AskedThisYear = 0)
{
    /// <summary>How long a link opens what was delivered.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromDays(14);

    /// <summary>How often: on the devices of one person, not of a class.</summary>
    public const int MostFetches = 10;

    const int WorkingDays = 2; // the office's own target: the decrees promise nothing for it

    public SoftcopyNumber Number => new(Office, Today.Year, AskedThisYear + 1);

    public DateOnly Due => Calendar.After(Today, WorkingDays);

    public DateTimeOffset LinkEnd => Now + LinkLife;

    /// <summary>Also where no standard is in force: nobody said that it need not be.</summary>
    public bool MustBeMarked => Standard is not { Digital.Watermark: false };

    public bool IsOffered(SoftcopyWay way) => Standard is { Digital: var digital, Printed: var printed } && way switch
    {
        SoftcopyWay.Form => digital.RequestForm,
        SoftcopyWay.Scan => printed.Scan,
        _ => digital.SelfDownload,
    };
}

public static class SoftcopyDecider
{
    static readonly Accepted<SoftcopyEvent> Nothing = new([]);

    /// <summary>The rules, one a line. A late delivery is not refused: the list shows that it is late.</summary>
    public static Decision<SoftcopyEvent> Decide(SoftcopyCommand command, SoftcopyRequest request, SoftcopyFacts facts) =>
        (command, request) switch
        {
            (Ask asked, NotAsked) when !facts.IsOffered(asked.Way) => NotOffered(asked.Way),
            (Ask, NotAsked) when facts.AskedThisYear >= SoftcopyNumber.Most => new TooManyThisYear(),
            (Ask asked, NotAsked) => new SoftcopyAsked(
                facts.Number, asked.PublicationId, asked.Way, asked.Purpose, asked.Why, asked.Pages, asked.Visit, asked.Visitor, facts.Due),
            (Ask, _) => new AlreadyAsked(),
            (_, NotAsked) => new NotFound(),

            (PassTime, Given it) when facts.Now > it.Until => new SoftcopyExpired(),
            (PassTime, _) => Nothing,
            (Rate asked, _) => Judge(asked, request, facts),
            (_, Declined) => new AlreadyDeclined(),
            (_, Expired) => new LinkExpired(),
            (_, CalledBack) => new AlreadyCalledBack(),
            (Fetch or CallBack, Given it) when facts.Now > it.Until => new LinkExpired(),

            (Fetch, Given it) when it.Fetched >= SoftcopyFacts.MostFetches => new FetchedOften(),
            (Fetch, Given) => new SoftcopyFetched(),
            (Fetch, _) => new NotDelivered(),
            (CallBack asked, Given) => new SoftcopyCalledBack(asked.Reason),
            (CallBack, _) => new NothingToCallBack(),
            (_, Given) => new AlreadyDelivered(),

            (Prepare { File.IsWatermarked: false } or HandOver { File.IsWatermarked: false }, _) when facts.MustBeMarked =>
                new NotWatermarked(),
            (Prepare asked, _) => new SoftcopyPrepared(asked.File),
            (HandOver asked, _) => new Accepted<SoftcopyEvent>([new SoftcopyPrepared(asked.File), new SoftcopyDelivered(facts.LinkEnd)]),
            (Deliver, Ready) => new SoftcopyDelivered(facts.LinkEnd),
            (Deliver, _) => new NotPrepared(),
            (Decline asked, _) => new SoftcopyDeclined(asked.Reason),
            _ => throw new UnreachableException($"No rule for {command}."),
        };

    // Also what was declined is judged: who got nothing has an opinion of that.
    static Decision<SoftcopyEvent> Judge(Rate asked, SoftcopyRequest request, SoftcopyFacts facts) => request switch
    {
        Given { IsRated: true } or Declined { IsRated: true } => new AlreadyRated(),
        Given it when facts.Now > it.Until => new RatingClosed(),
        Expired or CalledBack => new RatingClosed(),
        Given or Declined => new SoftcopyRated(asked.Overall, asked.Comment),
        _ => new NotDelivered(),
    };

    static SoftcopyRefusal NotOffered(SoftcopyWay way) => way switch
    {
        SoftcopyWay.Form => new FormNotOffered(),
        SoftcopyWay.Scan => new ScanNotOffered(),
        _ => new DownloadNotOffered(),
    };
}
