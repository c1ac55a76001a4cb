using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

/// <summary>Who comes, over and over, each spelled in several ways.</summary>
internal static class Persons
{
    /// <summary>The details of somebody.</summary>
    public static JsonObject Any(Random chance) => JsonNode.Parse(chance.Next(9) switch
    {
        0 => """{"name":"Sari","email":"sari@contoh.example","whatsapp":"081211112222"}""",
        1 => """{"name":"Sari Dewi","email":" SARI@contoh.example ","phone":"0812 9999 0000"}""",
        2 => """{"name":"Budi","email":"budi@contoh.example","phone":"081333334444","whatsapp":"081333334444"}""",
        3 => """{"name":"Budi","phone":"0813-3333-4444"}""",
        4 => """{"name":"B.","phone":"+62 813 3333 4444","whatsapp":"0813"}""",
        5 => """{"name":"Tuti","email":"tuti@contoh.example"}""",
        6 => """{"name":"Wayan","email":"wayan@contoh.example","whatsapp":"+62 812"}""",
        7 => """{"name":"Made","email":"made@contoh.example","institution":"Unram"}""",
        _ => """{"name":"Tanpa Nama"}""",
    })!.AsObject();

    /// <summary>
    /// By what one is known again: the email, trimmed and in lower case, else the phone in one spelling; null for neither.
    /// </summary>
    public static string? KeyOf(JsonNode who)
    {
        if ((string?)who["email"] is { } email) return email.Trim().ToLowerInvariant();
        if ((string?)who["phone"] is not { } phone) return null;
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.StartsWith("62", StringComparison.Ordinal) ? $"0{digits[2..]}" : digits;
    }
}
