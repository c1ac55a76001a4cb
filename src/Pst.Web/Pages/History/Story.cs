using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Api;

namespace Pst.Web.Pages.History;

/// <summary>One event of a visit as a sentence.</summary>
/// <param name="Reason">Why, where somebody had to say so; null also after it was erased.</param>
/// <param name="IsCorrected">A later event says otherwise.</param>
/// <param name="IsUndone">It was taken back at once.</param>
public sealed record StoryLine(StoredEvent Event, string Sentence, string? Reason, bool IsCorrected, bool IsUndone)
{
    /// <summary>The fields of it that a supervisor may correct, as domain.md lists them.</summary>
    public IReadOnlyList<string> Correctable => IsUndone ? [] : Event.Data switch
    {
        Arrived => ["partySize", "priority"],
        GuestbookSigned => ["purpose", .. Demographic.Select(it => $"demographics.{it}")],
        PublicationRead => ["publicationId", "form"],
        CopiesMade => ["sheets", "publicationId"],
        SoftcopyScanned => ["pages", "publicationId"],
        Rated => ["overall", .. Enum.GetNames<Element>().Select(it => $"elements.{it}")],
        Departed => ["reason"],
        _ => [],
    };

    static readonly string[] Demographic = ["gender", "age", "disability", "education", "occupation", "institutionKind"];
}

/// <summary>Tells a visit's events in the language of the reader.</summary>
public sealed class Story(IStringLocalizer<Sentences> text)
{
    /// <param name="reasons">From the vault, by reference.</param>
    /// <param name="seesRating">Whether the reader may know the marks already.</param>
    public IReadOnlyList<StoryLine> Tell(IReadOnlyList<StoredEvent> events, IReadOnlyDictionary<Guid, string> reasons, bool seesRating)
    {
        var undone = Undone.In(events.Select(it => it.Data));
        var corrected = events.Select(it => it.Data).OfType<EntryCorrected>().Select(it => it.EventVersion).ToHashSet();
        return
        [
            .. events.Select(it => new StoryLine(
                it, SentenceOf((VisitEvent)it.Data, seesRating),
                EventJson.Reasons(it.Data).Select(reason => reasons.GetValueOrDefault(reason)).FirstOrDefault(),
                corrected.Contains(it.Version), undone.Contains(it.Version))),
        ];
    }

    /// <summary>One event as a sentence.</summary>
    public string SentenceOf(VisitEvent happened, bool seesRating) => happened switch
    {
        Arrived it => text["event.arrived", Of("service", it.Service), it.PartySize, $"{it.Ticket}"],
        GuestbookSigned { ConfirmedBy: { } adult } it =>
            text["event.guestbook_signed.confirmed", Of("purpose", it.Purpose), Of("guardian", adult)],
        GuestbookSigned it => text["event.guestbook_signed", Of("purpose", it.Purpose), Of("occupation", it.Demographics.Occupation)],
        IdHeld it => text["event.id_held", Of("id", it.Kind)],
        LockerAssigned it => text["event.locker_assigned", it.Locker],
        Called it => text["event.called", it.Desk],
        Skipped => text["event.skipped"],
        Requeued => text["event.requeued"],
        Transferred it => text["event.transferred", Of("service", it.Service), it.Ticket],
        Served it => text["event.served", it.Desk],
        ServiceEnded => text["event.service_ended"],
        SteppedOut => text["event.stepped_out"],
        CameBack => text["event.came_back"],
        PublicationRead it => text["event.publication_read", it.PublicationId, Of("form", it.Form)],
        CopiesMade it => text["event.copies_made", it.Sheets],
        SoftcopyScanned it => text["event.softcopy_scanned", it.Pages, it.PublicationId],
        Rated it => seesRating ? text["event.rated", Of("mark", it.Overall)] : text["event.rated_unseen"],
        LockerReleased it => text["event.locker_released", it.Locker],
        IdReturned => text["event.id_returned"],
        IdLost => text["event.id_lost"],
        IdHandedOver => text["event.id_handed_over"],
        BagLeft it => text["event.bag_left", it.Locker],
        LockerJammed it => text["event.locker_jammed", it.Locker],
        IncidentResolved it => text["event.incident_resolved", it.EventVersion],
        NoteTaken => text["event.note_taken"],
        CompensationOffered it => text["event.compensation_offered", it.Offer],
        CompensationGiven => text["event.compensation_given"],
        Departed it => text["event.departed", Of("departure", it.Reason)],
        EntryCorrected it =>
            text["event.entry_corrected", text[$"field.{it.Field}"].Value, it.EventVersion, Of(it.Field, it.From), Of(it.Field, it.To)],
        Undone it => text["event.undone", it.EventVersion],
        Voided => text["event.voided"],
        _ => throw new System.Diagnostics.UnreachableException($"No sentence for {happened}."),
    };

    string Of(string field, EntryValue? value) => EntryWords.SentenceOf(field, $"{value}") is { } sentence ? text[sentence] : $"{value}";

    string Of(string list, int code) => text[$"{list}.{code}"];

    string Of<T>(string kind, T word) where T : struct, Enum => text[$"{kind}.{Words.Of(word)}"];
}
