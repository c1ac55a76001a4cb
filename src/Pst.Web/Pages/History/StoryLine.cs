using Pst.Domain;
using Pst.EventStore;

namespace Pst.Web.Pages.History;

/// <summary>One event of a visit as a sentence, and what is known around it.</summary>
/// <param name="Who">Who did it and at which device, by their present names.</param>
/// <param name="Command">What was asked for; null where nobody says.</param>
/// <param name="Reason">Why, where somebody had to say so; null also after it was erased.</param>
/// <param name="Changes">What it changed in the visit's state.</param>
public sealed record StoryLine(
    StoredEvent Event, string Sentence, string Who, string? Command, string? Reason, IReadOnlyList<FactChange> Changes)
{
    // A clock of the program and that of the database never agree to the last digit.
    static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    static readonly string[] Demographic = ["gender", "age", "disability", "education", "occupation", "institutionKind"];

    /// <summary>The later events that correct it.</summary>
    public IReadOnlyList<long> CorrectedBy { get; init; } = [];

    /// <summary>The later event that took it back at once.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>The event that voided the visit, and so this one; null where it stands.</summary>
    public long? VoidedBy { get; init; }

    /// <summary>The earlier event that it is about.</summary>
    public long? About => Event.Data switch
    {
        EntryCorrected it => it.EventVersion,
        Undone it => it.EventVersion,
        IncidentResolved it => it.EventVersion,
        Voided => 1,
        _ => null,
    };

    /// <summary>A later event says otherwise.</summary>
    public bool IsStruck => UndoneBy is not null || CorrectedBy.Count > 0 || VoidedBy is not null;

    /// <summary>A reason was given, and is no more.</summary>
    public bool LacksReason { get; init; }

    /// <summary>It went past a rule, which somebody allowed.</summary>
    public bool IsOverride =>
        Event.Data is Arrived { Override: not null } or CopiesMade { Override: not null } or IdReturned { Override: not null };

    /// <summary>It was recorded noticeably later than it happened.</summary>
    public bool IsApart => (Event.Recorded - Event.Envelope.Occurred).Duration() >= Apart;

    /// <summary>The fields of it that a supervisor may correct, as domain.md lists them.</summary>
    public IReadOnlyList<string> Correctable => UndoneBy is not null ? [] : Event.Data switch
    {
        Arrived => ["partySize", "priority"],
        GuestbookSigned => ["purpose", .. Demographic.Select(it => $"demographics.{it}")],
        PublicationRead => ["publicationId", "form"],
        CopiesMade => ["sheets", "publicationId"],
        SoftcopyScanned => ["pages", "publicationId"],
        SoftcopyDownloaded => ["publicationId"],
        Rated => ["overall", .. Enum.GetNames<Element>().Select(it => $"elements.{it}")],
        Departed => ["reason"],
        _ => [],
    };
}
