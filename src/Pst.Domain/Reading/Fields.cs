using System.Text.Json;
using static Pst.Domain.InputError;

namespace Pst.Domain;

/// <summary>
/// The named fields of a JSON object or an HTML form, asked for one by one. Every fault is kept under the field's path and reading goes on,
/// with a value that stands for nothing; <see cref="Read"/> then gives the whole or all faults. A null is the same as an absent field;
/// a field that nobody asked for, and one that stands there twice, are faults.
/// </summary>
public sealed class Fields
{
    const string Body = "$";
    const string Unreadable = "?"; // a name that is no valid Unicode

    readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    readonly HashSet<string> asked = new(StringComparer.Ordinal);
    readonly string path;
    readonly Findings findings;

    internal Fields(JsonElement value, string path, Findings findings)
    {
        (this.path, this.findings) = (path, findings);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property) ?? Unreadable;
            if (!values.TryAdd(name, property.Value)) findings.Add(PathOf(name), new Repeated());
        }
    }

    public static Fields Of(JsonElement body) => new Field(Body, body, new Findings(ofForm: false)).Object();

    /// <summary>The same over an HTML form: "visitor.email" is a field in a field, an empty text is absent, numbers come as text.</summary>
    public static Fields OfForm(IEnumerable<KeyValuePair<string, string>> form) =>
        new Field(Body, FormJson.Of(form), new Findings(ofForm: true)).Object();

    /// <summary>For an object whose names are data.</summary>
    public IReadOnlyCollection<string> Names => values.Keys;

    public Input<T> Read<T>(Func<Fields, T> shape)
    {
        var value = shape(this);
        var errors = findings.Close();
        return errors.IsEmpty ? new Valid<T>(value) : new Invalid<T>(errors);
    }

    /// <summary>The field itself, for what has no method of its own here.</summary>
    public Field At(string name)
    {
        asked.Add(name);
        return new(PathOf(name), values.TryGetValue(name, out var value) ? Field.GivenOrNull(value) : null, findings);
    }

    public string Text(string name, int max, bool lines = false) => At(name).Text(max, lines);
    public string? OptionalText(string name, int max, bool lines = false) => Given(name)?.Text(max, lines);
    public int Int(string name, int min, int max) => At(name).Int(min, max);
    public int? OptionalInt(string name, int min, int max) => Given(name)?.Int(min, max);
    public bool Bool(string name) => At(name).Bool();
    public bool? OptionalBool(string name) => Given(name)?.Bool();
    public DateOnly Date(string name) => At(name).Date();
    public DateOnly? OptionalDate(string name) => Given(name)?.Date();
    public DateTimeOffset Instant(string name) => At(name).Instant();
    public DateTimeOffset? OptionalInstant(string name) => Given(name)?.Instant();

    /// <summary>A number of the SKD code book.</summary>
    public int Code(string name, int min, int max) => At(name).Int(min, max);

    public TEnum Word<TEnum>(string name) where TEnum : struct, Enum => At(name).Word<TEnum>();
    public TEnum Word<TEnum>(string name, TEnum otherwise) where TEnum : struct, Enum => Given(name)?.Word<TEnum>() ?? otherwise;
    public TEnum? OptionalWord<TEnum>(string name) where TEnum : struct, Enum => Given(name)?.Word<TEnum>();

    public T Parsed<T>(string name, InputError? otherwise = null) where T : struct, IParsable<T> => At(name).Parsed<T>(otherwise);
    public T? OptionalParsed<T>(string name, InputError? otherwise = null) where T : struct, IParsable<T> =>
        Given(name)?.Parsed<T>(otherwise);

    public Fields Object(string name) => At(name).Object();
    public Fields? OptionalObject(string name) => Given(name)?.Object();
    public ValueList<T> List<T>(string name, int max, Func<Field, T> entry) => At(name).List(max, entry);
    public ValueList<T>? OptionalList<T>(string name, int max, Func<Field, T> entry) => Given(name)?.List(max, entry);

    internal IEnumerable<string> NeverAsked => values.Keys.Except(asked).Select(PathOf);

    Field? Given(string name) => At(name) is { IsGiven: true } field ? field : null;

    string PathOf(string name) => path == Body ? name : $"{path}.{name}";
}
