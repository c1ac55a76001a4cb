using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Identity;
using Pst.Web.Vault;

namespace Pst.Web.Pages.FollowUps;

/// <summary>Puts together what pages and prints tell of follow-up actions.</summary>
public sealed class FollowUpReads(
    Projections.FollowUps actions, OpenWords words, ActorNames names, Streams streams, TimeProvider clock,
    IStringLocalizer<Sentences> text)
{
    /// <summary>All of an office: those underway by deadline, then those that are over.</summary>
    public async Task<IReadOnlyList<FollowUpItem>> ListAsync(OfficeCode office, CancellationToken cancel) =>
        await ItemsAsync(office, await actions.ListAsync(office, cancel), cancel);

    /// <summary>
    /// The rencana tindak lanjut of some days, both included: what is about them, or was opened in them.
    /// </summary>
    /// <param name="computed">
    /// What it stands for: it is told as the log up to there has it, and judged then; only the names are those of now. Null for now.
    /// </param>
    public async Task<FollowUpPlan> PlanAsync(
        OpenOffice office, DateOnly from, DateOnly to, Computed? computed, CancellationToken cancel)
    {
        var lines = computed is { Position: var position }
            ? await actions.AtAsync(office.Code, position, cancel) : await actions.ListAsync(office.Code, cancel);
        var items = await ItemsAsync(office.Code, [.. lines.Where(it => it.Row.IsOf(from, to, office.Zone))], cancel);
        var today = office.Zone.Day(computed?.At ?? clock.GetUtcNow());
        return new(office, today, [.. items.OrderBy(it => it.Row.OpenedAt).ThenBy(it => it.Id.Value)]);
    }

    /// <summary>One action and all that happened to it; null where the office has none such.</summary>
    public async Task<(FollowUpItem Item, IReadOnlyList<FollowUpEntry> Entries)?> OneAsync(
        OfficeCode office, FollowUpId action, CancellationToken cancel)
    {
        if (await EventsAsync(office, action, cancel) is not var (events, texts)) return null;
        var row = events.Aggregate((FollowUpRow?)null, FollowUpRow.After)!;
        var people = await names.FindAsync([.. events.SelectMany(it => PeopleIn(it))], cancel);
        string NameOf(Guid? account) => account is { } it ? people.GetValueOrDefault(it, "–") : "–";
        return (new(action, row, NameOf(row.Owner), texts), [.. events.Select(it => Told(it, texts, NameOf))]);
    }

    /// <summary>All that happened to an action, with what was written, by reference; null where the office has none such.</summary>
    public async Task<(IReadOnlyList<StoredEvent> Events, Dictionary<Guid, string> Texts)?> EventsAsync(
        OfficeCode office, FollowUpId action, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Value, action.Value, cancel);
        return events is [{ Data: FollowUpOpened }, ..]
            ? (events, await words.OfOfficeAsync(office, [.. events.SelectMany(it => TextsOf((FollowUpEvent)it.Data))], cancel)) : null;
    }

    /// <summary>An action as it is, or was; null where the office has, or then had, none such.</summary>
    public async Task<FollowUpItem?> FindAsync(OfficeCode office, FollowUpId action, VisitMoment moment, CancellationToken cancel) =>
        await EventsAsync(office, action, cancel) is var (events, _)
            && events.Where(moment.Includes).Aggregate((FollowUpRow?)null, FollowUpRow.After) is { } row
            ? (await ItemsAsync(office, [new(action, row)], cancel)).Single() : null;

    /// <summary>The actions that are wanted, in the list's order, behind one of it.</summary>
    /// <param name="behind">Null to begin with the first.</param>
    public async Task<IReadOnlyList<FollowUpItem>> PageAsync(
        OfficeCode office, Func<FollowUpRow, bool> isWanted, FollowUpId? behind, int limit, CancellationToken cancel)
    {
        var all = await actions.ListAsync(office, cancel);
        var rest = behind is { } last ? all.SkipWhile(it => it.Id != last).Skip(1) : all;
        return await ItemsAsync(office, [.. rest.Where(it => isWanted(it.Row)).Take(limit)], cancel);
    }

    async Task<IReadOnlyList<FollowUpItem>> ItemsAsync(OfficeCode office, IReadOnlyList<FollowUpLine> lines, CancellationToken cancel)
    {
        var texts = await words.OfOfficeAsync(office, [.. lines.SelectMany(it => it.Row.Texts)], cancel);
        var people = await names.FindAsync([.. lines.Select(it => it.Row.Owner).Distinct()], cancel);
        return [.. lines.Select(it => new FollowUpItem(it.Id, it.Row, people.GetValueOrDefault(it.Row.Owner, "–"), texts))];
    }

    FollowUpEntry Told(StoredEvent stored, IReadOnlyDictionary<Guid, string> texts, Func<Guid?, string> nameOf)
    {
        var happened = (FollowUpEvent)stored.Data;
        var (written, evidence) = Written(happened);
        string? Text(Guid? reference) => reference is { } it ? texts.GetValueOrDefault(it) : null;
        return new(
            stored.Envelope.Occurred, SentenceOf(happened, Text, nameOf), Text(written), Text(evidence), nameOf(AccountOf(stored)));
    }

    string SentenceOf(FollowUpEvent happened, Func<Guid?, string?> textOf, Func<Guid?, string> nameOf) => happened switch
    {
        FollowUpOpened it => text["event.follow_up_opened", nameOf(it.Owner), Times.Date(it.Deadline)],
        FollowUpAssigned it => text["event.follow_up_assigned", nameOf(it.Owner)],
        FollowUpRescheduled it => text["event.follow_up_rescheduled", Times.Date(it.Deadline)],
        FollowUpProgressed => text["event.follow_up_progressed"],
        FollowUpFinished => text["event.follow_up_finished"],
        FollowUpDropped => text["event.follow_up_dropped"],
        FollowUpPublished it => text["event.follow_up_published", textOf(it.Said) ?? "–"],
        FollowUpUnpublished => text["event.follow_up_unpublished"],
        _ => throw new System.Diagnostics.UnreachableException($"No sentence for {happened}."),
    };

    static (Guid? Words, Guid? Evidence) Written(FollowUpEvent happened) => happened switch
    {
        FollowUpOpened it => (it.Plan, null),
        FollowUpRescheduled it => (it.Reason, null),
        FollowUpProgressed it => (it.Note, it.Evidence),
        FollowUpFinished it => (it.Outcome, it.Evidence),
        FollowUpDropped it => (it.Reason, null),
        FollowUpPublished it => (it.Done, null),
        FollowUpUnpublished it => (it.Reason, null),
        _ => (null, null),
    };

    static IEnumerable<Guid> TextsOf(FollowUpEvent happened)
    {
        var (words, evidence) = Written(happened);
        return new[] { words, evidence, (happened as FollowUpPublished)?.Said }.OfType<Guid>();
    }

    static IEnumerable<Guid> PeopleIn(StoredEvent stored) =>
        new[] { AccountOf(stored), (stored.Data as FollowUpOpened)?.Owner, (stored.Data as FollowUpAssigned)?.Owner }.OfType<Guid>();

    static Guid? AccountOf(StoredEvent stored) =>
        stored.Envelope.Actor.Split(':') is ["user", var id] && Guid.TryParse(id, out var account) ? account : null;
}
