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
    public sealed record Fetch : SoftcopyCommand;
    public sealed record Decline(Guid Reason) : SoftcopyCommand;

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
            (_, Declined) => new AlreadyDeclined(),
            (_, Expired) => new LinkExpired(),

            (Fetch, Given it) when facts.Now > it.Until => new LinkExpired(),
            (Fetch, Given it) when it.Fetched >= SoftcopyFacts.MostFetches => new FetchedOften(),
            (Fetch, Given) => new SoftcopyFetched(),
            (Fetch, _) => new NotDelivered(),
            (_, Given) => new AlreadyDelivered(),

            (Prepare { File.IsWatermarked: false }, _) when facts.Standard is not { Digital.Watermark: false } => new NotWatermarked(),
            (Prepare asked, _) => new SoftcopyPrepared(asked.File),
            (Deliver, Ready) => new SoftcopyDelivered(facts.Now + SoftcopyFacts.LinkLife),
            (Deliver, _) => new NotPrepared(),
            (Decline asked, _) => new SoftcopyDeclined(asked.Reason),
            _ => throw new UnreachableException($"No rule for {command}."),
        };

    static SoftcopyRefusal NotOffered(SoftcopyWay way) => way switch
    {
        SoftcopyWay.Form => new FormNotOffered(),
        SoftcopyWay.Scan => new ScanNotOffered(),
        _ => new DownloadNotOffered(),
    };
}
