namespace Pst.Domain;

internal static class Parsing
{
    /// <exception cref="FormatException">The text is no such id.</exception>
    public static T Read<T>(string text) where T : IParsable<T> =>
        T.TryParse(text, null, out var id) ? id : throw new FormatException($"This is no {typeof(T).Name}.");
}
