using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

internal sealed partial class Commands
{
    static readonly (string Entry, string Field, JsonNode To)[] Corrections =
    [
        ("arrived", "partySize", 2), ("arrived", "priority", "elderly"), ("arrived", "priority", "vip"),
        ("guestbook_signed", "purpose", 4), ("guestbook_signed", "name", "Siti"),
        ("guestbook_signed", "demographics.gender", 2), ("guestbook_signed", "demographics.gender", 3),
        ("publication_read", "form", "digital"), ("copies_made", "sheets", 1), ("copies_made", "sheets", 9), ("copies_made", "sheets", 0),
        ("softcopy_scanned", "pages", 7), ("softcopy_downloaded", "publicationId", "pub-2"),
        ("rated", "overall", 1), ("rated", "elements.WAKTU", 4), ("rated", "overall", "baik"),
        ("departed", "reason", "finished"), ("departed", "reason", "left_unserved"), ("called", "desk", "2"),
    ];

    JsonObject Body(string command, Life? life, DateTimeOffset now) => command switch
    {
        "arrive" => Arrival(now),
        "sign_guestbook" => Guestbook(),
        "hold_id" => new()
        {
            ["kind"] = Any(["sim", "sim", "passport", "other"]),
            ["number"] = Maybe($"AB{chance.Next(1000, 9999)}"),
            ["item"] = Item(),
            ["validUntil"] = Maybe(Any(["2026-03-01", "2026-03-03", "2031-01-01"])),
        },
        "assign_locker" => new() { ["locker"] = Any([.. office.Rules.Lockers, "Z99"]), ["item"] = Item() },
        "release_locker" or "return_id" => new() { ["item"] = Item() },
        "call" or "serve" => new() { ["desk"] = Any(["1", "2"]) },
        "transfer" => new() { ["service"] = Any(["PS", "KS", "PJ"]) },
        "record_reading" => new() { ["publicationId"] = "pub-1", ["form"] = Any(["printed", "digital"]) },
        "make_copies" => new() { ["sheets"] = chance.Next(1, 8), ["override"] = Once(4) ? Reason() : null },
        "scan_softcopy" => new() { ["publicationId"] = "pub-1", ["pages"] = chance.Next(1, 30) },
        "request_softcopy" => new() { ["publicationId"] = "pub-1", ["requestId"] = NewRequest() },
        "download_softcopy" => new() { ["publicationId"] = "pub-1" },
        "rate" => new() { ["overall"] = chance.Next(1, 5), ["elements"] = Once(2) ? new JsonObject { ["WAKTU"] = 3 } : null },
        "depart" => new() { ["reason"] = Once(4) ? Any(["finished", "left_unserved"]) : null },
        "correct" => Correction(life),
        "void" => Reason(),
        _ => [],
    };

    JsonObject Arrival(DateTimeOffset now) => new()
    {
        ["channel"] = Any(["offline", "offline", "offline", "online"]),
        ["service"] = Any(["PS", "PS", "PS", "KS", null]),
        ["partySize"] = Any<int?>([null, null, 1, 3]),
        ["priority"] = Any(["none", "none", null, "elderly", "child"]),
        ["override"] = Once(office.Rules.IsOpen(now) ? 10 : 2) ? Reason() : null,
    };

    JsonObject Guestbook() => new()
    {
        ["visitor"] = Persons.Any(chance),
        ["purpose"] = chance.Next(1, 6),
        ["noticeSeen"] = true,
        ["demographics"] = new JsonObject
        {
            ["gender"] = 1,
            ["age"] = chance.Next(1, 8),
            ["disability"] = 2,
            ["education"] = 3,
            ["occupation"] = 1,
            ["institutionKind"] = 6,
        },
    };

    // Of an entry that there is, and a field that it has; or of anything.
    JsonObject Correction(Life? life)
    {
        var (entries, any) = (life?.Events ?? [], Any(Corrections));
        var (entry, field, to) = Once(4) ? any : Any([.. Corrections.Where(it => entries.Contains(it.Entry)), any]);
        var version = entries.Contains(entry) && !Once(6) ? entries.LastIndexOf(entry) + 1 : chance.Next(1, entries.Count + 2);
        return new() { ["eventVersion"] = version, ["field"] = field, ["to"] = to.DeepClone(), ["reason"] = "salah catat" };
    }

    // What cannot be taken, whatever the visit, and the field that says so.
    (JsonObject Body, string? Field)? Wrong(string command, DateTimeOffset now)
    {
        var body = Body(command, null, now);
        (string Field, JsonNode Value)? wrong = command switch
        {
            "arrive" => ("partySize", 201),
            "sign_guestbook" => ("purpose", 6),
            "hold_id" => ("kind", "ktm"),
            "make_copies" => ("sheets", Any([0, 1001])),
            "scan_softcopy" => ("pages", 0),
            "request_softcopy" => ("requestId", "satu"),
            "download_softcopy" => ("publicationId", ""),
            "rate" => ("overall", Any([0, 5])),
            "call" or "serve" => ("desk", new string('9', 21)),
            "depart" => ("reason", "unknown_end"),
            "skip" or "requeue" or "end_service" or "search_catalogue" => ("desk", "1"),
            _ => null,
        };
        if (wrong is not var (field, value)) return null;
        body[field] = value;
        return (body, field);
    }

    string NewRequest() => $"0195a3c2-7e11-7000-8000-{chance.Next():x12}";

    int? Item() => Once(5) ? chance.Next(1, 4) : null;

    string? Maybe(string value) => Once(2) ? value : null;

    static JsonObject Reason() => new() { ["reason"] = "perlu" };
}
