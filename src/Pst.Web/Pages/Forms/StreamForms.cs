using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Api;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Forms;

/// <summary>Sends what a form asks of a small stream, such as a complaint, and says what became of it.</summary>
public sealed class StreamForms(EdgeKeys keys, ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    /// <summary>Null when it is done, and the page's list shows it; else what the page says.</summary>
    /// <param name="name">Of the form and what it is of: under it, a form that is sent twice is one command.</param>
    /// <param name="content">What the form says, by which a repetition is known.</param>
    /// <param name="shown">The list in which it is seen; null where the page reads the stream itself.</param>
    public async Task<FormAnswer?> SendAsync(
        FormFields form, string name, byte[] content, string? shown, Func<CommandId, Task<Outcome<StreamAnswer>>> sendAsync,
        CancellationToken cancel)
    {
        if (!Guid.TryParse(form.CommandId, out _)) return Stale;
        var outcome = await sendAsync(keys.CommandId(form.CommandId!, name, content));
        if (shown is not null && outcome is Done<StreamAnswer>(var done, _))
            await projections.Progress.WaitAsync([shown], done.Sequence, cancel);
        return outcome switch
        {
            Done<StreamAnswer> => null,
            Denied<StreamAnswer>(var reason) => Said(reason),
            _ => Stale,
        };
    }

    /// <summary>The form is not as the page made it, or was sent with something else before.</summary>
    public FormAnswer.Said Stale => Own("form.stale");

    /// <summary>One of the pages' own sentences.</summary>
    public FormAnswer.Said Own(string code) => new(code, text[code]);

    public static FormAnswer.Said Said(Refusal reason) => new(reason.Code, Problems.SentenceOf(reason));

    /// <summary>What is wrong with the fields, in the language in use.</summary>
    public static FormAnswer.Wrong Wrong<T>(Input<T> read) => new(((Invalid<T>)read).Errors.Sentences(CultureInfo.CurrentUICulture));
}
