using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

/// <summary>What the office's pages of the API must say, as the model has it: the fields that api.md names.</summary>
internal static class Expected
{
    public static JsonObject Visit(Community office, Life life, DateTimeOffset now) => new()
    {
        ["id"] = life.Id,
        ["channel"] = life.Channel,
        ["service"] = life.Service,
        ["ticket"] = life.Ticket,
        ["status"] = life.Status,
        ["partySize"] = life.PartySize,
        ["priority"] = life.Priority,
        ["guestbookAt"] = Time(life.SignedAt),
        ["due"] = Time(office.ClockOf(life).Due),
        ["servedAt"] = Time(life.ServedAt),
        ["serviceEndedAt"] = Time(life.ServiceEndedAt),
        ["departedAt"] = Time(life.EndIsUnknown ? null : life.LeftAt),
        ["sla"] = office.VerdictOn(life, now),
        ["purpose"] = life.SignedAt is null ? null : life.Purpose,
        ["locker"] = life.Cards is [{ Locker: { } locker }, ..] ? locker.Name : null,
        ["idHeld"] = life.Cards is [var card, ..] ? new JsonObject { ["kind"] = card.Kind, ["tail"] = card.Tail } : null,
        ["copies"] = Copies(office, life),
        ["rating"] = life.Overall is { } overall ? new JsonObject { ["overall"] = overall } : null,
        ["late"] = life.IsLate,
        ["version"] = life.Version,
    };

    public static JsonObject Queue(Community office, DateTimeOffset now)
    {
        var open = office.Lives.Where(it => it is { IsOpen: true, SignedAt: not null })
            .OrderBy(it => it.Priority == "none").ThenBy(it => it.InQueueSince)
            .ToLookup(it => it.Status == "called" ? "waiting" : it.Status, it => (JsonNode)Line(office, it, now));
        return new()
        {
            ["waiting"] = new JsonArray([.. open["waiting"]]),
            ["inService"] = new JsonArray([.. open["in_service"]]),
            ["skipped"] = new JsonArray([.. open["skipped"]]),
        };
    }

    public static JsonObject Custody(Community office, DateTimeOffset now)
    {
        var held = office.Lives.SelectMany(life => life.Cards.Select(card => (Life: life, Card: card))).ToList();
        var ids = held.OrderBy(it => it.Card.Since).Select(it => (JsonNode)new JsonObject
        {
            ["visit"] = it.Life.Id,
            ["kind"] = it.Card.Kind,
            ["tail"] = it.Card.Tail,
            ["since"] = Time(it.Card.Since),
            ["overdue"] = office.Rules.Day(it.Card.Since) < office.Rules.Day(now),
        });
        var lockers = office.Rules.Lockers.Select(locker =>
        {
            var (life, card) = held.Find(it => it.Card.Locker?.Name == locker);
            return (JsonNode)new JsonObject
            {
                ["locker"] = locker,
                ["visit"] = life?.Id,
                ["since"] = Time(card?.Locker?.Since),
                ["state"] = life is not null ? "occupied" : office.OutOfOrder.Contains(locker) ? "out_of_order" : "free",
            };
        });
        return new() { ["lockers"] = new JsonArray([.. lockers]), ["ids"] = new JsonArray([.. ids]) };
    }

    public static JsonObject CopiesReport(Community office, DateOnly from, DateOnly to)
    {
        var made = office.Copies().Where(it => office.Rules.Day(it.Copied.At) >= from && office.Rules.Day(it.Copied.At) <= to).ToList();
        return new()
        {
            ["visitors"] = made.Select(it => it.Life.Visitor).Distinct().Count(),
            ["sheets"] = made.Sum(it => it.Copied.Sheets),
            ["overrides"] = made.Count(it => it.Copied.IsOverridden),
            ["atLimit"] = made.Where(it => office.SheetsUsed(it.Life, it.Copied.At) >= office.Rules.MaxSheets)
                .Select(it => it.Life.Visitor).Distinct().Count(),
        };
    }

    public static JsonObject SlaReport(Community office, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var verdicts = office.Lives.Where(it => office.Rules.Day(it.ArrivedAt) >= from && office.Rules.Day(it.ArrivedAt) <= to)
            .CountBy(it => office.VerdictOn(it, now) ?? "voided").ToDictionary();
        return new(((string[])["met", "missed", "withdrawn", "pending", "unknown", "no_promise", "voided"])
            .Select(it => KeyValuePair.Create(it == "no_promise" ? "noPromise" : it, (JsonNode?)verdicts.GetValueOrDefault(it))));
    }

    static JsonObject Line(Community office, Life life, DateTimeOffset now) => new()
    {
        ["visit"] = life.Id,
        ["ticket"] = life.Ticket,
        ["service"] = life.Service,
        ["priority"] = life.Priority,
        ["since"] = Time(life.InQueueSince.At),
        ["due"] = Time(office.ClockOf(life).Due),
        ["state"] = office.ColourOf(life, now),
        ["called"] = life.TimesCalled,
        ["desk"] = life.Desk,
        ["outSince"] = Time(life.OutSince),
    };

    static JsonObject Copies(Community office, Life life)
    {
        var (sheets, used) = (life.Copies.Sum(it => it.Sheets), office.SheetsUsed(life, life.ArrivedAt));
        return office.Rules.MaxSheets is { } most
            ? new() { ["sheets"] = sheets, ["used"] = used, ["limit"] = most, ["remaining"] = Math.Max(0, most - used) }
            : new() { ["sheets"] = sheets, ["limit"] = null, ["remaining"] = null };
    }

    static string? Time(DateTimeOffset? at) => at?.ToUniversalTime().ToString("O");
}
