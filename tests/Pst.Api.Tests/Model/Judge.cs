namespace Pst.Api.Tests.Model;

/// <summary>What may be answered to a command, and when it would have happened.</summary>
/// <param name="Answers">"200", or a status with the field or the code; where several may be given, all of them.</param>
internal sealed record Ruling(DateTimeOffset At, IReadOnlyList<string> Answers);

/// <summary>
/// The rules of a visit, straight from the agreed pages (domain.md, api.md and docs/api.md) and nothing of the program's own. Where several
/// refusals apply, any of them may be given.
/// </summary>
internal static partial class Judge
{
    /// <summary>All that a command on a visit can be refused with.</summary>
    public static readonly string[] Codes =
    [
        "outside_service_hours", "no_standard_in_force", "already_arrived", "visit_not_found", "visit_closed", "guestbook_already_signed",
        "guestbook_not_signed", "email_required", "whatsapp_required", "account_required", "visitor_already_inside", "id_kind_not_accepted",
        "id_expired", "id_already_held", "id_not_held", "unknown_locker", "locker_taken", "locker_out_of_order", "locker_already_assigned",
        "no_locker", "not_called", "not_skipped", "offline_only", "already_served", "not_served", "service_already_ended", "visitor_out",
        "visitor_not_out", "reading_not_offered", "scan_not_offered", "copies_not_offered",
        "softcopy_request_not_offered", "softcopy_download_not_offered", "copy_quota_exceeded", "already_rated",
        "rating_closed", "locker_not_released", "id_not_returned", "not_permitted",
    ];

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    static readonly string[] InPersonOnly =
    [
        "hold_id", "assign_locker", "release_locker", "return_id", "call", "skip", "requeue", "transfer", "make_copies", "scan_softcopy",
        "end_service", "step_out", "come_back",
    ];

    /// <summary>Checked in the order of api.md: 403, 400 of the body, 412, 400 of the time, 409.</summary>
    public static Ruling Rule(Community office, Asked asked, DateTimeOffset now)
    {
        var life = office.Find(asked.Visit);
        if (!IsPermitted(asked)) return new(now, ["403 not_permitted"]);
        if (asked.WrongField is { } wrong) return new(now, [$"400 {wrong}"]);
        if (asked.Seen is { } seen && seen != (life?.Version ?? 0)) return new(now, ["412"]);
        if (TimeOf(asked, life?.LastAt, now) is not { } at) return new(now, ["400 occurredAt"]);

        var refusals = Refusals(office, life, asked, at).Select(it => it.Contains(' ') ? it : $"409 {it}").ToList();
        return new(at, refusals.Count == 0 ? ["200"] : refusals);
    }

    static bool IsPermitted(Asked asked)
    {
        var isUse = asked.Command is "record_reading" or "search_catalogue" or "request_softcopy" or "download_softcopy";
        var atTheKiosk = asked.Command is "arrive" or "sign_guestbook" or "rate";
        return asked.Role switch
        {
            "supervisor" => true,
            "staff" => asked.Command is not ("correct" or "void") && asked.Said is null
                && !(asked.Overrides && asked.Command == "make_copies"),
            "kiosk" => atTheKiosk && !asked.Overrides,
            _ => (atTheKiosk || isUse) && !asked.Overrides && asked.Said is null,
        };
    }

    // Null where it may not have happened then.
    static DateTimeOffset? TimeOf(Asked asked, DateTimeOffset? last, DateTimeOffset now)
    {
        var latest = last > now ? last.Value : now;
        if (asked.Said is not { } said) return latest;
        if (said > now + Skew) return null;
        if (said > now) return latest;
        var reach = asked.Role == "kiosk" ? TimeSpan.FromHours(12) : TimeSpan.FromDays(90);
        return said < last || said < now - reach ? null : said;
    }

    static IEnumerable<string> Refusals(Community office, Life? life, Asked asked, DateTimeOffset at)
    {
        if (life is null) return asked.Command == "arrive" ? OfArriving(office, asked, at) : ["visit_not_found"];
        if (asked.Command == "arrive") return ["already_arrived", .. life.IsOpen ? Nothing : ["visit_closed"]];
        if (life.IsVoided) return ["visit_closed"];
        if (!life.IsOpen && asked.Command is not ("rate" or "correct" or "void")) return ["visit_closed"];

        var mayBeUnsigned = asked.Command is "sign_guestbook" or "depart" or "correct" or "void";
        return
        [
            .. If(life.SignedAt is null && !mayBeUnsigned, "guestbook_not_signed"),
            .. If(life.IsOnline && InPersonOnly.Contains(asked.Command), "offline_only"),
            .. Of(office, life, asked, at),
        ];
    }

    static IEnumerable<string> Of(Community office, Life life, Asked asked, DateTimeOffset at) => asked.Command switch
    {
        "sign_guestbook" => OfSigning(office, life, asked),
        "hold_id" => OfHolding(office, life, asked, at),
        "assign_locker" => OfAssigning(office, life, asked),
        "release_locker" => If(life.CardOf(asked.Number("item"))?.Locker is null, "no_locker"),
        "return_id" => OfReturning(life.CardOf(asked.Number("item"))),
        "call" or "serve" => [.. If(life.ServedAt is not null, "already_served"), .. If(life.OutSince is not null, "visitor_out")],
        "skip" => If(life.ServedAt is not null || life.Place != "called", "not_called"),
        "requeue" => If(life.ServedAt is not null || life.Place != "skipped", "not_skipped"),
        "transfer" => If(life.ServedAt is not null, "already_served"),
        "end_service" => [.. Unserved(life), .. If(life.ServiceEndedAt is not null, "service_already_ended")],
        "step_out" => If(life.OutSince is not null, "visitor_out"),
        "come_back" => If(life.OutSince is null, "visitor_not_out"),
        "record_reading" => [.. Unserved(life), .. If(!Offers(office.Rules, asked.Text("form")), "reading_not_offered")],
        "scan_softcopy" => [.. Unserved(life), .. If(!office.Rules.Scans, "scan_not_offered")],
        "search_catalogue" => Unserved(life),
        "request_softcopy" => [.. Unserved(life), .. If(!office.Rules.TakesRequests, "softcopy_request_not_offered")],
        "download_softcopy" => [.. Unserved(life), .. If(!office.Rules.LetsDownload, "softcopy_download_not_offered")],
        "make_copies" => [.. Unserved(life), .. OfCopying(office, life, asked, at)],
        "rate" => OfRating(office, life, at),
        "depart" => OfDeparting(life, asked),
        "correct" => OfCorrecting(life, asked),
        "void" => Nothing,
        _ => throw new InvalidOperationException($"The model knows no {asked.Command}."),
    };

    static readonly string[] Nothing = [];

    static string[] If(bool applies, string code) => applies ? [code] : Nothing;

    static string[] Unserved(Life life) => If(life.ServedAt is null, "not_served");

    static bool Offers(OfficeRules rules, string? form) => form == "printed" ? rules.ReadsPrinted : rules.ReadsDigital;
}
