using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Sound;

/// <summary>
/// What is said when a ticket is called, in Indonesian and spelled as it is spoken: letters by their names, figures one by one.
/// </summary>
public static class Announcement
{
    static readonly string[] Figures = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

    static readonly string[] Letters =
    [
        "a", "be", "ce", "de", "e", "ef", "ge", "ha", "i", "je", "ka", "el", "em", "en", "o", "pe", "ki", "er", "es", "te", "u", "ve",
        "we", "eks", "ye", "zet",
    ];

    /// <summary>"Nomor antrean pe es, nol nol tujuh. Silakan ke meja satu."</summary>
    public static string Of(Ticket ticket, Desk desk)
    {
        var (service, number) = ($"{ticket.Service}", ticket.Number.ToString("000", CultureInfo.InvariantCulture));
        return $"Nomor antrean {Spelled(service)}, {Spelled(number)}. Silakan ke meja {Said(desk.Name)}.";
    }

    static string Spelled(string code) =>
        string.Join(' ', code.Select(it => char.IsAsciiDigit(it) ? Figures[it - '0'] : Letters[it - 'A']));

    // A desk has a figure, a letter, or a name; of a name nothing but its words is said.
    static string Said(string desk) =>
        desk is [var one] && (char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one))
            ? Spelled(desk)
            : string.Concat(desk.Select(it => char.IsLetterOrDigit(it) ? it : ' ')).Trim();
}
