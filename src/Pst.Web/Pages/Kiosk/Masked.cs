namespace Pst.Web.Pages.Kiosk;

/// <summary>What was typed, shown so that its owner knows it again and who stands behind does not: "s***@g***.com", "08***72".</summary>
public static class Masked
{
    public static string Of(string contact) => contact.Split('@') is [{ Length: > 0 } local, { Length: > 0 } domain]
        ? $"{local[0]}***@{domain[0]}***{domain[domain.LastIndexOf('.')..]}"
        : $"{contact[..Math.Min(2, contact.Length)]}***{contact[^Math.Min(2, contact.Length)..]}";
}
