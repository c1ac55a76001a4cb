using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Pages.History;

/// <summary>A visit's state told as named facts, and by what each event changed it. Personal data is no part of it.</summary>
public static class ToldState
{
    static readonly string[] Guestbook =
    [
        "purpose", "demographics.gender", "demographics.age", "demographics.disability", "demographics.education",
        "demographics.occupation", "demographics.institutionKind",
    ];

    /// <summary>The state before the first event, after it, and so on: one more than there are events.</summary>
    /// <param name="seesRating">Whether the reader may know the marks already.</param>
    public static IReadOnlyList<IReadOnlyList<Fact>> Steps(IReadOnlyList<StoredEvent> events, bool seesRating)
    {
        var steps = new List<IReadOnlyList<Fact>> { Array.Empty<Fact>() };
        VisitRow? row = null;
        foreach (var (index, it) in events.Index())
        {
            var until = events.Take(index + 1).Standing().ToList();
            row = it.Data is Undone ? until.Aggregate((VisitRow?)null, VisitRow.After) : VisitRow.After(row, it);
            steps.Add(Of(row!, Entries(until), seesRating));
        }
        return steps;
    }

    /// <summary>By what two states differ, in the order in which they are told.</summary>
    public static IReadOnlyList<FactChange> Between(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after)
    {
        var was = before.ToDictionary(it => (it.Name, it.Item), it => it.Value);
        var isNow = after.ToDictionary(it => (it.Name, it.Item), it => it.Value);
        return
        [
            .. after.Select(it => (it.Name, it.Item)).Concat(was.Keys.Where(it => !isNow.ContainsKey(it)))
                .Select(it => new FactChange(it.Name, it.Item, was.GetValueOrDefault(it), isNow.GetValueOrDefault(it)))
                .Where(it => it.Before != it.After),
        ];
    }

    static IReadOnlyList<Fact> Of(VisitRow row, IReadOnlyList<VisitEvent> entries, bool seesRating) =>
    [
        .. new[] { Arrival(row), Signing(row), Waiting(row), Service(row, entries), Ending(row, seesRating) }
            .SelectMany(it => it).Where(it => it.Value is not null).Select(it => new Fact(it.Name, it.Value!)),
        .. row.Cards.Select(it => new Fact("fact.card", CardOf(it), row.Arrived.PartySize > 1 ? it.Item : null)),
    ];

    static IEnumerable<(string Name, Told? Value)> Arrival(VisitRow row) =>
    [
        ("fact.status", $"status.{Words.Of(row.Status)}"),
        ("field.channel", $"channel.{Words.Of(row.Arrived.Channel)}"),
        ("field.service", $"service.{row.Service}"),
        ("fact.ticket", row.Tickets is [.., var ticket] ? new Told.Plain($"{ticket}") : null),
        ("fact.arrived_at", row.ArrivedAt),
        ("field.partySize", Told.Number(row.Arrived.PartySize)),
        ("field.priority", Entered(row.Arrived, "priority")),
        ("fact.standard", new Told.Day(row.Arrived.Standard)),
        ("fact.outside_hours", row.Arrived.Override is null ? null : "fact.yes"),
    ];

    static IEnumerable<(string Name, Told? Value)> Signing(VisitRow row) =>
    [
        ("fact.signed_at", row.SignedAt),
        .. Guestbook.Select(it => ($"field.{it}", Entered(row.Signed, it))),
        ("field.accommodationNeeded", row.Signed?.AccommodationNeeded is { } needed ? (needed ? "fact.yes" : "fact.no") : null),
        ("field.confirmedBy", row.Signed?.ConfirmedBy is { } adult ? $"guardian.{Words.Of(adult)}" : null),
        ("fact.promise", row.Signed?.Promise is { } promise ? $"promise.{Words.Of(promise.Kind)}" : null),
        ("fact.clock_starts", row.Signed?.Promise?.ClockStarts),
        ("fact.due", row.Signed?.Promise?.Due),
    ];

    static IEnumerable<(string Name, Told? Value)> Waiting(VisitRow row) =>
    [
        ("fact.calls", Told.Count(row.Calls)),
        ("fact.skips", Told.Count(row.Skips)),
        ("fact.out_since", row.OutSince),
    ];

    static IEnumerable<(string Name, Told? Value)> Service(VisitRow row, IReadOnlyList<VisitEvent> entries) =>
    [
        ("fact.served_at", row.ServedAt),
        ("fact.service_ended_at", row.ServiceEndedAt),
        ("fact.readings", Told.All(entries.OfType<PublicationRead>().Select(ReadingOf))),
        ("fact.sheets", Told.Count(row.Copies.Sum(it => it.Sheets))),
        ("fact.quota_passed", row.Copies.Any(it => it.Overridden) ? "fact.yes" : null),
        ("fact.pages", Told.Count(entries.OfType<SoftcopyScanned>().Sum(it => it.Pages))),
        ("fact.searches", Told.Count(entries.OfType<CatalogueSearched>().Count())),
        ("fact.requests", Told.All(entries.OfType<SoftcopyRequested>().Select(it => (Told)new Told.Plain($"{it.PublicationId}")))),
        ("fact.downloads", Told.All(entries.OfType<SoftcopyDownloaded>().Select(it => (Told)new Told.Plain($"{it.PublicationId}")))),
        ("fact.incidents", Told.All((row.Incidents ?? []).Select(it => (Told)$"incident.{Words.Of(it.Kind)}"))),
        ("fact.notes", Told.Count(row.Notes)),
        ("fact.compensation", row.Compensation is { } offered ? $"compensation.{Words.Of(offered)}" : null),
    ];

    static IEnumerable<(string Name, Told? Value)> Ending(VisitRow row, bool seesRating) =>
    [
        ("field.overall", row.Rated is null ? null : seesRating ? Entered(row.Rated, "overall") : "fact.rating_unseen"),
        .. Enum.GetNames<Element>().Select(it => ($"field.elements.{it}", seesRating ? Entered(row.Rated, $"elements.{it}") : null)),
        ("fact.departure", row.Departed is { } left ? $"departure.{Words.Of(left.Reason)}" : null),
        ("fact.left_at", row.LeftAt),
        ("fact.late_entries", Told.Count(row.LateEntries)),
        ("fact.voided_at", row.VoidedAt),
    ];

    static Told? Entered(VisitEvent? entry, string field) =>
        entry is null || Entry.Value(entry, field) is not { } value ? null
        : EntryWords.SentenceOf(field, $"{value}") is { } sentence ? sentence : new Told.Plain($"{value}");

    static Told ReadingOf(PublicationRead it) =>
        new Told.Several([new Told.Plain($"{it.PublicationId}"), $"form.{Words.Of(it.Form)}"]);

    static Told CardOf(HeldCard it)
    {
        Told card = it.IsGone ? "fact.card_gone" : $"id.{Words.Of(it.Kind)}";
        return it.Locker is { } locker ? new Told.Several([card, new Told.Plain($"{locker}")]) : card;
    }

    // As corrected until now.
    static IReadOnlyList<VisitEvent> Entries(IEnumerable<StoredEvent> standing)
    {
        var entries = new SortedDictionary<long, VisitEvent>();
        foreach (var it in standing)
        {
            if (it.Data is not EntryCorrected change) entries[it.Version] = (VisitEvent)it.Data;
            else entries[change.EventVersion] = Entry.Corrected(entries[change.EventVersion], change.Field, change.To);
        }
        return [.. entries.Values];
    }
}
