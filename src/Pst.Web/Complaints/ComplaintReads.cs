using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages;
using Pst.Web.Vault;

namespace Pst.Web.Complaints;

/// <summary>Puts together what pages tell of one complaint: to staff, who are recorded as its readers, and to its complainant.</summary>
public sealed class ComplaintReads(
    Streams streams, VisitorFile file, OpenWords words, ActorNames names, IStringLocalizer<Sentences> text)
{
    /// <summary>All of it; null where the office has none such.</summary>
    public async Task<ComplaintStory?> ToStaffAsync(
        OfficeCode office, ComplaintId complaint, Caller caller, CancellationToken cancel)
    {
        if (await OpenAsync(office, complaint, caller, cancel) is not var (events, texts)) return null;
        var people = await names.FindAsync([.. events.Select(AccountOf).OfType<Guid>()], cancel);
        return Tell(
            complaint, events, texts,
            it => AccountOf(it) is { } account
                ? people.GetValueOrDefault(account, "–") : text[IsComplainants(it) ? "Pengadu" : "Program"]);
    }

    /// <summary>All that happened to it, with what was written, by reference; null where the office has none such.</summary>
    public async Task<(IReadOnlyList<StoredEvent> Events, Dictionary<Guid, string> Texts)?> OpenAsync(
        OfficeCode office, ComplaintId complaint, Caller caller, CancellationToken cancel)
    {
        if (await EventsAsync(office, complaint, cancel) is not { } events) return null;
        var purpose = ReadPurpose.OnScreen(Seen.Text, caller.Role);
        return (events, await file.OpenTextsAsync(office, [.. events.Select(TextOf).OfType<Guid>()], purpose, caller, cancel));
    }

    /// <summary>How far it is, or was; nothing of what was written. Null where the office has, or then had, none such.</summary>
    public async Task<ComplaintRow?> FindAsync(OfficeCode office, ComplaintId complaint, VisitMoment moment, CancellationToken cancel) =>
        (await EventsAsync(office, complaint, cancel))?.Where(moment.Includes).Aggregate((ComplaintRow?)null, ComplaintRow.After);

    /// <summary>What its complainant reads: nobody's name, and not what the office says about it to itself.</summary>
    public async Task<ComplaintStory?> ToComplainantAsync(OfficeCode office, ComplaintId complaint, CancellationToken cancel)
    {
        if (await EventsAsync(office, complaint, cancel) is not { } events) return null;
        var shown = events.Where(it => it.Data is not ComplaintEscalated).ToList();
        var texts = await words.ToComplainantAsync(office, complaint, [.. shown.Select(TextOf).OfType<Guid>()], cancel);
        var told = Tell(complaint, events, texts, it => IsComplainants(it) ? text["Anda"] : text["Kantor"]);
        return told with { Entries = [.. told.Entries.Where(it => !it.IsInternal)] };
    }

    async Task<IReadOnlyList<StoredEvent>?> EventsAsync(OfficeCode office, ComplaintId complaint, CancellationToken cancel) =>
        await streams.ReadAsync(office.Value, complaint.Value, cancel) is [{ Data: ComplaintReceived }, ..] events ? events : null;

    ComplaintStory Tell(
        ComplaintId complaint, IReadOnlyList<StoredEvent> events, Dictionary<Guid, string> texts, Func<StoredEvent, string> whoOf) =>
        new(complaint, events.Aggregate((ComplaintRow?)null, ComplaintRow.After)!,
            IsErased: !texts.ContainsKey(((ComplaintReceived)events[0].Data).Text),
        [
            .. events.Select(it => new ComplaintEntry(
                it.Envelope.Occurred, SentenceOf((ComplaintEvent)it.Data),
                TextOf(it) is { } reference ? texts.GetValueOrDefault(reference) : null, whoOf(it), IsComplainants(it),
                it.Data is ComplaintEscalated, FilesOf(it))),
        ]);

    string SentenceOf(ComplaintEvent happened) => happened switch
    {
        ComplaintReceived it => text["event.complaint_received", text[$"complaint.way.{Words.Of(it.Way)}"].Value],
        ComplaintVerified it => text["event.complaint_verified", text[$"element.{it.Class}"].Value],
        ComplaintAnswered => text["event.complaint_answered"],
        InformationAsked it => text["event.information_asked", Times.Date(it.ReplyBy)],
        ComplainantReplied => text["event.complainant_replied"],
        ComplaintResolved it => text["event.complaint_resolved", Times.Date(it.ClosesAfter)],
        ComplaintEscalated it => text[$"event.complaint_escalated.{Words.Of(it.Because)}"],
        ComplaintClosed it => text[$"event.complaint_closed.{Words.Of(it.Because)}"],
        _ => throw new System.Diagnostics.UnreachableException($"No sentence for {happened}."),
    };

    static Guid? TextOf(StoredEvent stored) => stored.Data switch
    {
        ComplaintReceived it => it.Text,
        ComplaintAnswered it => it.Message,
        InformationAsked it => it.Message,
        ComplainantReplied it => it.Message,
        ComplaintResolved it => it.Outcome,
        ComplaintEscalated it => it.Reason,
        ComplaintClosed it => it.Reason,
        _ => null,
    };

    static ValueList<AttachmentId> FilesOf(StoredEvent stored) => stored.Data switch
    {
        ComplaintReceived it => it.Files,
        ComplainantReplied it => it.Files,
        _ => null,
    } ?? [];

    static bool IsComplainants(StoredEvent stored) =>
        stored.Data is ComplaintReceived or ComplainantReplied or ComplaintClosed { Because: Closing.Satisfied };

    static Guid? AccountOf(StoredEvent stored) =>
        stored.Envelope.Actor.Split(':') is ["user", var id] && Guid.TryParse(id, out var account) ? account : null;
}

/// <summary>A complaint and all that happened to it.</summary>
/// <param name="IsErased">It was kept long enough: what was written and who complained is no more.</param>
public sealed record ComplaintStory(ComplaintId Id, ComplaintRow Row, bool IsErased, IReadOnlyList<ComplaintEntry> Entries);

/// <summary>One event of a complaint as a sentence, with what was written then; null where nothing was, or it was erased.</summary>
/// <param name="IsComplainants">The complainant's own word, not the office's.</param>
/// <param name="IsInternal">The office's own matter.</param>
/// <param name="Files">What was attached; of an erased complaint nothing is left of them.</param>
public sealed record ComplaintEntry(
    DateTimeOffset At, string Sentence, string? Text, string Who, bool IsComplainants, bool IsInternal, ValueList<AttachmentId> Files);
