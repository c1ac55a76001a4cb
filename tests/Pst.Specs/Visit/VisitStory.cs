using System.Globalization;
using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>
/// Given what happened, On a day, At a local time, When someone asks, Then this follows. A story begins on Monday, the second of March
/// 2026, at nine; what is given happened at the time that was said before it.
/// </summary>
internal sealed record VisitStory(OfficeState Office, IReadOnlyList<(VisitEvent Happened, DateTimeOffset At)> History, VisitFacts Facts)
{
    public static VisitStory Metro { get; } = In(OfficeFiles.Metro);
    public static VisitStory Bima { get; } = In(OfficeFiles.Bima);

    /// <summary>An office that only exists as data: other cards, times and limits, and what Metro and Bima offer, it does not.</summary>
    public static VisitStory Rekaan { get; } = In(OfficeFiles.Taken(OfficeFiles.Patched(JsonElement.Parse(
        """
        [
          {"op": "replace", "path": "/code", "value": "9999"},
          {"op": "replace", "path": "/timeZone", "value": "Asia/Jayapura"},
          {"op": "replace", "path": "/standard/effectiveFrom", "value": "2026-03-02"},
          {"op": "replace", "path": "/standard/services", "value": ["KS"]},
          {"op": "replace", "path": "/standard/requirements", "value": [
            {"channels": ["offline"], "rule": "whatsapp_number", "text": "Nomor WhatsApp"},
            {"channels": ["offline"], "rule": "valid_id", "text": "Kartu yang masih berlaku"},
            {"channels": ["offline"], "rule": "service_account", "text": "Akun untuk layanan digital"}]},
          {"op": "replace", "path": "/standard/acceptedIds", "value": ["passport"]},
          {"op": "replace", "path": "/standard/completion", "value": {"kind": "after_previous_visitor", "minutes": 10, "text": "10 menit"}},
          {"op": "replace", "path": "/standard/printed/read", "value": false},
          {"op": "replace", "path": "/standard/printed/scan", "value": false},
          {"op": "replace", "path": "/standard/printed/copies", "value": {"maxSheets": 3, "window": "visit"}},
          {"op": "replace", "path": "/standard/digital/read", "value": false},
          {"op": "replace", "path": "/local/lockers", "value": ["biru"]},
          {"op": "replace", "path": "/local/ratingOpenHours", "value": 1}
        ]
        """))));

    public static DateOnly March(int day) => new(2026, 3, day);

    public static VisitStory In(Office office)
    {
        OfficeEvent[] opened = [new OfficeOpened(office.Details, office.Local), new StandardAdopted(office.Standard)];
        var state = opened.Aggregate((OfficeState?)null, OfficeState.Evolve)!;
        var nine = state.Details.TimeZone.At(March(2), new(9, 0));
        return new(state, [], new(nine, null, state.Hours, state.Local.RatingOpenHours, Steps.Sari)
        {
            Compensation = Steps.Offer,
        });
    }

    public VisitStory On(DateOnly day) => AtInstant(Zone.At(day, TimeOnly.FromDateTime(Zone.Local(Facts.At).DateTime)));
    public VisitStory At(string time) => AtInstant(Zone.At(Facts.Today, TimeOnly.Parse(time, CultureInfo.InvariantCulture)));
    public VisitStory ATickEarlier() => AtInstant(Facts.At.AddTicks(-1));
    public VisitStory ATickLater() => AtInstant(Facts.At.AddTicks(1));

    public VisitStory Given(params IEnumerable<VisitEvent> happened) =>
        this with { History = [.. History, .. happened.Select(it => (it, Facts.At))] };

    /// <summary>What the office itself did in the meantime.</summary>
    public VisitStory Meanwhile(OfficeEvent happened)
    {
        var office = OfficeState.Evolve(Office, happened);
        return this with { Office = office, Facts = Facts with { Hours = office.Hours, RatingOpenHours = office.Local.RatingOpenHours } };
    }

    public VisitStory WithTicket(int next) => this with { Facts = Facts with { NextTicket = next } };
    public VisitStory WithAnotherVisitOpen() => this with { Facts = Facts with { IsInside = true } };
    public VisitStory WithLockerTaken() => this with { Facts = Facts with { Locker = LockerStanding.Taken } };
    public VisitStory WithSheetsUsed(int sheets) => this with { Facts = Facts with { SheetsUsed = sheets } };

    /// <summary>What the office offers for a missed promise; null for nothing.</summary>
    public VisitStory Offering(string? compensation) => this with { Facts = Facts with { Compensation = compensation } };

    /// <summary>Who signed before, on the same day, was served then; null while that one waits.</summary>
    public VisitStory AfterSomebodyServedAt(string? time) => this with
    {
        Facts = Facts with { Before = new(true, time is null ? null : At(time).Facts.At) },
    };

    /// <summary>Who asks now has recorded nothing of it.</summary>
    public VisitStory BySomebodyElse() => this with { IsOwn = false };

    public Decision<VisitEvent> When(VisitCommand command) => VisitDecider.Decide(command, Visit, FactsFor(command));

    /// <summary>A command in the middle of a story: it has this effect, and the story goes on.</summary>
    public VisitStory Then(VisitCommand command, VisitEvent happens)
    {
        When(command).Then(happens);
        return Given(happens);
    }

    public Visit Visit => Visit.Of(History);

    bool IsOwn { get; init; } = true;

    Zone Zone => Office.Details.TimeZone;

    VisitStory AtInstant(DateTimeOffset at) => this with { Facts = Facts with { At = at } };

    // As the write path gathers them: the standard is that of the arrival, and a locker stands as the office's list and its holder say.
    VisitFacts FactsFor(VisitCommand command) => Facts with
    {
        Standard = Office.StandardOn(Visit is Visit.Begun { Stay: var stay } ? stay.ArrivedUnder : Facts.Today),
        Last = LastStep(),
        Locker = LockerOf(command) is not { } locker ? LockerStanding.Free
            : !Office.Local.Lockers.Contains(locker) ? LockerStanding.Unknown
            : Office.OutOfOrder.Contains(locker) ? LockerStanding.OutOfOrder
            : Facts.Locker,
    };

    Locker? LockerOf(VisitCommand command) => command switch
    {
        VisitCommand.AssignLocker it => it.Locker,
        VisitCommand.Undo => LastStep()?.GaveBack,
        _ => null,
    };

    LastStep? LastStep()
    {
        var undone = Undone.In(History.Select(it => it.Happened));
        return History.Index().Where(it => it.Item.Happened is not Undone && !undone.Contains(it.Index + 1))
            .Select(it => new LastStep(it.Index + 1, it.Item.Happened, IsOwn, Facts.At - it.Item.At)).LastOrDefault();
    }
}
