using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Pages.History;

/// <summary>Reads an address's fields; an empty one is none, and one that cannot be understood is remembered.</summary>
sealed class QueryFields(IQueryCollection query)
{
    readonly List<string> unread = [];

    public IReadOnlyList<string> Unread => unread;

    public T? One<T>(string name) where T : struct, IParsable<T> =>
        Read<T>(name, Text(name), static (string text, out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value));

    public DateOnly? Day(string name) => Read(name, Text(name), static (string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value));

    public T? Choice<T>(string name) where T : struct, Enum => Read<T>(name, Text(name), Words.TryRead);

    public IReadOnlyList<T> All<T>(string name) where T : struct, Enum =>
        [.. query[name].Where(it => it is { Length: > 0 }).Select(it => Read<T>(name, it, Words.TryRead)).OfType<T>().Distinct().Order()];

    public string? Word(string name, IReadOnlyList<string> words)
    {
        if (Text(name) is not { } text) return null;
        if (words.Contains(text)) return text;
        unread.Add(name);
        return null;
    }

    string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    T? Read<T>(string name, string? text, Reader<T> read) where T : struct
    {
        if (text is null) return null;
        if (read(text, out var value)) return value;
        unread.Add(name);
        return null;
    }

    delegate bool Reader<T>(string text, out T value);
}
