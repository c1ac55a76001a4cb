namespace Pst.Web.Pages.Kiosk;

/// <summary>One question of the guestbook with the answers of the code book as tiles.</summary>
/// <param name="Field">Its name in the command.</param>
/// <param name="Key">Its sentences: "gender" asks, "gender.1" is the first answer.</param>
/// <param name="Count">How many answers there are; they count from 1.</param>
/// <param name="First">The first one that is offered.</param>
public sealed record Codes(string Field, string Key, int Count, string? Chosen, int First = 1);
