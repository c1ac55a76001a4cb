namespace Pst.Domain;

/// <summary>Why nothing changes: an answer, not an error. Programs read its code, people its sentence in Refusal[.en].restext.</summary>
/// <param name="Code">snake_case; never changes once released.</param>
public abstract record Refusal(string Code)
{
    /// <summary>What the sentence's placeholders {0}, {1}, … stand for.</summary>
    public virtual object[] Values() => [];

    /// <summary>What a program is told beside the code, by its name in JSON (<c>remaining</c>).</summary>
    public virtual IReadOnlyDictionary<string, object> Facts() => System.Collections.Immutable.ImmutableDictionary<string, object>.Empty;
}

/// <summary>The caller's role may not do this at all; answered with 403.</summary>
public sealed record NotPermitted() : Refusal("not_permitted");
