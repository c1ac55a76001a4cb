namespace Pst.Web.Pages.Desk;

/// <summary>Which button helps after which refusal.</summary>
public static class WaysOut
{
    /// <summary>The command whose form stands on the same page; null where none helps.</summary>
    public static string? Of(string refusal) => refusal switch
    {
        "guestbook_not_signed" => "sign_guestbook",
        "id_not_held" => "hold_id",
        "not_called" => "call",
        "not_skipped" or "not_served" => "serve",
        "locker_not_released" or "locker_already_assigned" => "release_locker",
        "id_not_returned" or "id_already_held" => "return_id",
        "visitor_out" => "come_back",
        "no_locker" => "return_id",
        "compensation_not_offered" => "offer_compensation",
        "compensation_already_offered" => "give_compensation",
        _ => null,
    };
}
