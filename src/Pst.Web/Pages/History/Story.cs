using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Identity;

namespace Pst.Web.Pages.History;

/// <summary>Tells a visit's events in the language of the reader.</summary>
public sealed class Story(IStringLocalizer<Sentences> text)
{
    /// <param name="reasons">From the vault, by reference.</param>
    /// <param name="names">Of those who did it.</param>
    /// <param name="steps">The state before and after each event.</param>
    /// <param name="seesRating">Whether the reader may know the marks already.</param>
    public IReadOnlyList<StoryLine> Tell(
        IReadOnlyList<StoredEvent> events, IReadOnlyDictionary<Guid, string> reasons, KnownNames names,
        IReadOnlyList<IReadOnlyList<Fact>> steps, bool seesRating)
    {
        var undone = events.Where(it => it.Data is Undone).ToDictionary(it => ((Undone)it.Data).EventVersion, it => it.Version);
        var corrected = events.Where(it => it.Data is EntryCorrected)
            .ToLookup(it => ((EntryCorrected)it.Data).EventVersion, it => it.Version);
        var voided = events.FirstOrDefault(it => it.Data is Voided)?.Version;
        var causes = Causes.Of(events);
        return
        [
            .. events.Select((it, index) => new StoryLine(
                it, SentenceOf((VisitEvent)it.Data, seesRating), WhoOf(it.Envelope, names),
                causes.GetValueOrDefault(it.Envelope.Causation ?? ""),
                EventJson.Reasons(it.Data).Select(reason => reasons.GetValueOrDefault(reason)).FirstOrDefault(),
                ToldState.Between(steps[index], steps[index + 1]))
            {
                CorrectedBy = [.. corrected[it.Version]],
                UndoneBy = undone.TryGetValue(it.Version, out var by) ? by : null,
                VoidedBy = it.Version == voided ? null : voided,
                LacksReason = EventJson.Reasons(it.Data).Any(reason => !reasons.ContainsKey(reason)),
            }),
        ];
    }

    /// <summary>Who did it, by role and present name, and at which device.</summary>
    public string WhoOf(Envelope around, KnownNames names)
    {
        var role = around.Role is { } known ? text[$"role.{known}"].Value : "";
        var name = names.Of(around.Actor);
        var who = around switch
        {
            _ when around.Actor.StartsWith("worker:", StringComparison.Ordinal) => text["Program"].Value,
            { Actor: "door" or "ticket" } => text["Pengunjung, di ponselnya sendiri"].Value,
            _ when name is null && around.Actor.StartsWith("key:", StringComparison.Ordinal) && around.Device is null =>
                $"{role}, {text["lewat program lain"].Value}",
            _ => name is null ? role : $"{role} {name}",
        };
        var device = around.Device is { } id && names.Of(id) is { } at && at != name ? at : null;
        return device is null ? who : $"{who} · {device}";
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
        CatalogueSearched => text["event.catalogue_searched"],
        SoftcopyRequested it => text["event.softcopy_requested", it.PublicationId],
        SoftcopyDownloaded it => text["event.softcopy_downloaded", it.PublicationId],
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
