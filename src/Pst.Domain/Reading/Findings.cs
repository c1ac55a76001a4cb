using System.Text.Json;

namespace Pst.Domain;

/// <summary>What one reading has found so far, shared by every part of one body.</summary>
internal sealed class Findings
{
    readonly InputErrors errors;
    readonly List<Fields> objects = [];
    readonly bool muted;

    /// <param name="ofForm">Whether numbers and choices come as text, as HTML forms send them.</param>
    public Findings(bool ofForm) : this(ofForm, new(), muted: false) { }

    Findings(bool ofForm, InputErrors errors, bool muted) => (OfForm, this.errors, this.muted) = (ofForm, errors, muted);

    public bool OfForm { get; }

    public void Add(string path, InputError error)
    {
        if (!muted) errors.Add(path, error);
    }

    public bool AreNoneIn(string path) =>
        !errors.Paths.Any(it =>
            it == path || (it.StartsWith(path, StringComparison.Ordinal) && it.AsSpan(path.Length) is ['.' or '[', ..]));

    public Fields Open(JsonElement value, string path)
    {
        var fields = new Fields(value, path, this);
        objects.Add(fields);
        return fields;
    }

    /// <summary>Stands for an object that is not there: its absence is the fault, and what is read from it adds none.</summary>
    public Fields OpenNothing(string path) => new(JsonElement.Parse("{}"), path, new(OfForm, errors, muted: true));

    /// <summary>All errors; what nobody asked for is one too, so this comes after everything was asked.</summary>
    public InputErrors Close()
    {
        foreach (var path in objects.SelectMany(it => it.NeverAsked)) Add(path, new InputError.Unknown());
        return errors;
    }
}
