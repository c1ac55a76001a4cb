using System.Globalization;

namespace Pst.Api.Tests.Model;

internal static partial class Judge
{
    static IEnumerable<string> OfArriving(Community office, Asked asked, DateTimeOffset at) =>
    [
        .. If(office.Rules.Day(at) < office.Rules.InForceFrom, "no_standard_in_force"),
        .. If(asked.Text("channel") == "offline" && !office.Rules.IsOpen(at) && !asked.Overrides, "outside_service_hours"),
    ];

    static IEnumerable<string> OfSigning(Community office, Life life, Asked asked)
    {
        var (who, rules) = (asked.Body["visitor"]!, office.Rules);
        return
        [
            .. If(life.SignedAt is not null, "guestbook_already_signed"),
            .. If(who["email"] is null && rules.Requires("active_email", life.Channel), "email_required"),
            .. If(who["whatsapp"] is null && rules.Requires("whatsapp_number", life.Channel), "whatsapp_required"),
            .. If(life.IsOnline && asked.Role != "visitor" && rules.Requires("service_account", life.Channel), "account_required"),
            .. If(Persons.KeyOf(who) is { } visitor && office.IsInside(visitor, life), "visitor_already_inside"),
        ];
    }

    static IEnumerable<string> OfHolding(Community office, Life life, Asked asked, DateTimeOffset at)
    {
        var (item, rules) = (asked.Number("item") ?? 1, office.Rules);
        DateOnly? until = asked.Text("validUntil") is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null;
        return
        [
            .. If(item > life.PartySize, "400 item"),
            .. If(!rules.Accepts(asked.Text("kind")!), "id_kind_not_accepted"),
            .. If(until < rules.Day(at) && rules.Requires("valid_id", life.Channel), "id_expired"),
            .. If(life.Cards.Any(it => it.Item == item), "id_already_held"),
        ];
    }

    static IEnumerable<string> OfAssigning(Community office, Life life, Asked asked)
    {
        var (card, locker) = (life.CardOf(asked.Number("item")), asked.Text("locker")!);
        return
        [
            .. If(card is null, "id_not_held"),
            .. If(card?.Locker is not null, "locker_already_assigned"),
            .. If(!office.Rules.Lockers.Contains(locker), "unknown_locker"),
            .. If(office.OutOfOrder.Contains(locker), "locker_out_of_order"),
            .. If(office.IsTaken(locker), "locker_taken"),
        ];
    }

    static IEnumerable<string> OfReturning(Card? card) =>
        [.. If(card is null, "id_not_held"), .. If(card?.Locker is not null, "locker_not_released")];

    static string[] OfCopying(Community office, Life life, Asked asked, DateTimeOffset at) =>
        office.Rules.MaxSheets is not { } most
            ? ["copies_not_offered"]
            : If(!asked.Overrides && office.SheetsUsed(life, at) + asked.Number("sheets") > most, "copy_quota_exceeded");

    static IEnumerable<string> OfRating(Community office, Life life, DateTimeOffset at) =>
    [
        .. Unserved(life),
        .. If(life.Overall is not null, "already_rated"),
        .. If(life.LeftAt is { } left && at > left + office.Rules.RatingOpen, "rating_closed"),
    ];

    static IEnumerable<string> OfDeparting(Life life, Asked asked) =>
    [
        .. If(life.Cards.Any(it => it.Locker is not null), "locker_not_released"),
        .. If(life.Cards.Count > 0, "id_not_returned"),
        .. If(asked.Text("reason") is { } reason && reason != AgreeingWith(life), "400 reason"),
    ];

    /// <summary>The reason of a departure that agrees with whether there was service.</summary>
    public static string AgreeingWith(Life life) => life.ServedAt is null ? "left_unserved" : "finished";

    static string[] OfCorrecting(Life life, Asked asked)
    {
        var entry = asked.Number("eventVersion") is { } version && version <= life.Version ? life.Events[version - 1] : "";
        var (field, to) = (asked.Text("field"), asked.Body["to"]!.ToJsonString());
        return (entry, field) switch
        {
            ("arrived", "partySize") => If(!IsWithin(to, 200), "400 to"),
            ("arrived", "priority") => If(!Commands.Priorities.Contains(to.Trim('"')), "400 to"),
            ("guestbook_signed", "purpose") => If(!IsWithin(to, 5), "400 to"),
            ("guestbook_signed", "demographics.gender") => If(!IsWithin(to, 2), "400 to"),
            ("publication_read", "form") => If(to is not ("\"printed\"" or "\"digital\""), "400 to"),
            ("copies_made", "sheets") or ("softcopy_scanned", "pages") => If(!IsWithin(to, 1000), "400 to"),
            ("rated", "overall" or "elements.WAKTU") => If(!IsWithin(to, 4), "400 to"),
            ("departed", "reason") => If(to.Trim('"') != AgreeingWith(life), "400 to"),
            ("softcopy_downloaded", "publicationId") => Nothing,
            ("arrived" or "guestbook_signed" or "publication_read" or "copies_made" or "softcopy_scanned" or "softcopy_downloaded"
                or "rated" or "departed", _) =>
                ["400 field"],
            _ => ["400 eventVersion"],
        };
    }

    static bool IsWithin(string number, int most) => int.TryParse(number, out var value) && value >= 1 && value <= most;
}
