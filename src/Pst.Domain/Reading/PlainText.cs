using System.Text;
using static Pst.Domain.InputError;

namespace Pst.Domain;

/// <summary>What may stand in a text that people typed. Texts are taken as they are: nothing is trimmed or replaced.</summary>
internal static class PlainText
{
    /// <summary>One line without a fault.</summary>
    public static bool IsLine(string? text, int max) => text is not null && Fault(text, max, lines: false) is null;

    /// <summary>Why a text cannot be taken, or null.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="max">In characters, of which an emoji is one.</param>
    /// <param name="lines">Whether line feeds are allowed.</param>
    public static InputError? Fault(string text, int max, bool lines) =>
        string.IsNullOrWhiteSpace(text) ? new Blank()
        : text.EnumerateRunes().Count() > max ? new TooLong(max)
        : !IsClean(text, lines) ? new NotPlain()
        : null;

    static bool IsClean(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && !(lines && text[i] == '\n')) return false;
            if (char.IsSurrogatePair(text, i)) i++;
            else if (char.IsSurrogate(text[i])) return false; // half a character: no encoding can store it
        }
        return true;
    }
}
