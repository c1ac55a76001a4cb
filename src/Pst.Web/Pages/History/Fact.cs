using Pst.Domain;

namespace Pst.Web.Pages.History;

/// <summary>One named fact of a visit's state.</summary>
/// <param name="Name">Of the sentence that says what it is about.</param>
/// <param name="Item">Which card, of a party with several; null for all else.</param>
public sealed record Fact(string Name, Told Value, int? Item = null);

/// <summary>What an event did to a fact; null is what was not there.</summary>
public sealed record FactChange(string Name, int? Item, Told? Before, Told? After);

/// <summary>What is said of a fact, before it is put into anybody's language.</summary>
public abstract record Told
{
    Told() { }

    /// <param name="Name">Of a sentence.</param>
    public sealed record Sentence(string Name) : Told;

    /// <summary>What is the same in every language: a number, a code.</summary>
    public sealed record Plain(string Text) : Told;

    /// <summary>A date.</summary>
    public sealed record Day(DateOnly Date) : Told;

    public sealed record Moment(DateTimeOffset At) : Told;

    /// <summary>In their order.</summary>
    public sealed record Several(ValueList<Told> Parts) : Told;

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(sentence))]
    public static implicit operator Told?(string? sentence) => sentence is null ? null : new Sentence(sentence);
    public static implicit operator Told?(DateTimeOffset? at) => at is { } known ? new Moment(known) : null;

    /// <summary>Nothing for none.</summary>
    internal static Told? Count(int number) => number == 0 ? null : Number(number);

    internal static Told Number(int number) => new Plain(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Nothing for none, one as it is.</summary>
    internal static Told? All(IEnumerable<Told> parts) => parts.ToList() switch
    {
        [] => null,
        [var one] => one,
        var several => new Several([.. several]),
    };
}
