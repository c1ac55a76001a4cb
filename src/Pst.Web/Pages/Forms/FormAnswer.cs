using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Forms;

/// <summary>What became of a form: carried out, or what the page now says beside the button or the field.</summary>
public abstract record FormAnswer
{
    /// <summary>What is said where the visit is no longer as the person had seen it.</summary>
    public const string MovedOn = "form.moved_on";

    /// <summary>Nothing was sent yet.</summary>
    public sealed record Blank : FormAnswer;

    public sealed record Done(VisitAnswer Answer) : FormAnswer;

    /// <param name="Code">Of the refusal; for what is no rule of the visit, of this page's own sentences.</param>
    public sealed record Said(string Code, string Sentence) : FormAnswer;

    /// <param name="Errors">Sentences by field.</param>
    public sealed record Wrong(IReadOnlyDictionary<string, string[]> Errors) : FormAnswer;

    public bool IsDone => this is Done;

    /// <summary>The refusal's sentence; null where nothing was refused.</summary>
    public string? Refusal => (this as Said)?.Sentence;

    /// <summary>What is said where the form's own place is gone; null where it was carried out.</summary>
    public string? Told => Refusal ?? (this as Wrong)?.Errors.Values.First()[0];

    /// <summary>The first thing wrong with a field; null where nothing is.</summary>
    public string? WrongWith(string field) =>
        this is Wrong wrong && wrong.Errors.TryGetValue(field, out var sentences) ? sentences[0] : null;

    private FormAnswer() { }
}
