using System.Text.Json;
using static Pst.Domain.InputError;

namespace Pst.Domain;

/// <summary>One value of the input, at its place. Each method reads it as one kind of thing; where it is none, that is a fault.</summary>
public sealed class Field
{
    readonly string path;
    readonly JsonElement? value;
    readonly Findings findings;

    internal Field(string path, JsonElement? value, Findings findings) => (this.path, this.value, this.findings) = (path, value, findings);

    public bool IsGiven => value is not null;

    /// <summary>Whether nothing was wrong so far with it and all that is in it: only then do rules between its parts make sense.</summary>
    public bool IsSound => findings.AreNoneIn(path);

    /// <summary>A fault that this reader cannot know, found by whoever knows the rule.</summary>
    public void Refuse(InputError error) => findings.Add(path, error);

    /// <summary>The same about one entry of a list.</summary>
    public void Refuse(int index, InputError error) => findings.Add($"{path}[{index}]", error);

    public string Text(int max, bool lines = false)
    {
        if (Written(new NotText()) is not { } text) return "";
        if (PlainText.Fault(text, max, lines) is { } fault) Refuse(fault);
        return text;
    }

    /// <summary>A whole number, written as one: neither 3.0 nor "3".</summary>
    public int Int(int min, int max)
    {
        if (Literal is not { ValueKind: JsonValueKind.Number } number || number.GetRawText().AsSpan().ContainsAny(".eE"))
            RefuseAs(new NotAnInteger());
        else if (number.TryGetInt32(out var read) && read >= min && read <= max)
            return read;
        else
            Refuse(new OutOfRange(min, max));
        return min;
    }

    /// <summary>A whole number, or a text of one line: what an entry is corrected to.</summary>
    public EntryValue Value(int max)
    {
        if (Literal is { ValueKind: JsonValueKind.Number }) return Int(int.MinValue, int.MaxValue);
        return Text(max);
    }

    public bool Bool()
    {
        if (Literal is { ValueKind: JsonValueKind.True or JsonValueKind.False } literal) return literal.GetBoolean();
        RefuseAs(new NotYesOrNo());
        return false;
    }

    public DateOnly Date() => Parse<DateOnly>(IsoTime.TryReadDate, new NotADate());

    public TimeOnly Time() => Parse<TimeOnly>(IsoTime.TryReadTime, new NotATime());

    /// <summary>In UTC and whole microseconds, which the store keeps: what is decided is what is stored.</summary>
    public DateTimeOffset Instant() => Parse<DateTimeOffset>(IsoTime.TryReadInstant, new NotAnInstant());

    public TEnum Word<TEnum>() where TEnum : struct, Enum => Parse<TEnum>(Words.TryRead, new NotAWord([.. Words.All<TEnum>()]));

    public T Parsed<T>(InputError? otherwise = null) where T : struct, IParsable<T> =>
        Parse((string text, out T id) => T.TryParse(text, null, out id), otherwise ?? new Malformed());

    /// <summary>The fields of an object; where there is none, reading on finds nothing and says no more.</summary>
    public Fields Object()
    {
        if (value is { ValueKind: JsonValueKind.Object } found) return findings.Open(found, path);
        RefuseAs(new NotAnObject());
        return findings.OpenNothing(path);
    }

    /// <param name="max">How many entries there may be; of more, none is read.</param>
    /// <param name="entry">Reads one of them.</param>
    public ValueList<T> List<T>(int max, Func<Field, T> entry)
    {
        if (value is not { ValueKind: JsonValueKind.Array } list)
            RefuseAs(new NotAList());
        else if (list.GetArrayLength() > max)
            Refuse(new TooMany(max));
        else
            return [.. list.EnumerateArray().Select((it, index) => entry(new($"{path}[{index}]", GivenOrNull(it), findings)))];
        return [];
    }

    internal static JsonElement? GivenOrNull(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;

    JsonElement? Literal => findings.OfForm && value is { } typed ? FormJson.LiteralOf(typed) : value;

    T Parse<T>(TryRead<T> read, InputError otherwise) where T : struct
    {
        if (Written(otherwise) is not { } text) return default;
        if (!read(text, out var result)) Refuse(otherwise);
        return result;
    }

    string? Written(InputError otherwise)
    {
        var text = value is { ValueKind: JsonValueKind.String } written ? JsonText.Of(written) : null;
        if (text is null) RefuseAs(otherwise);
        return text;
    }

    void RefuseAs(InputError otherwise) => Refuse(IsGiven ? otherwise : new Required());

    delegate bool TryRead<T>(string text, out T result);
}
