using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Custody;

/// <summary>Closes a day as its form says: with what somebody counted, and why anything stays.</summary>
public sealed class DayForm(DayCloser closer, EdgeKeys keys, ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    const int Most = 1000, MaxNote = 2000;
    static readonly string[] Shown = [CustodyBoard.Projection.Name, QueueBoard.Projection.Name];

    /// <returns>Null when it is done.</returns>
    public async Task<FormAnswer?> SendAsync(Caller caller, FormFields fields, CancellationToken cancel)
    {
        if (!Guid.TryParse(fields.CommandId, out _)) return Stale();
        var read = Fields.OfForm(fields.Said).Read(
            it => new Asked(
                it.Date("date"), it.Int("cards", 0, Most), it.Int("bags", 0, Most), it.OptionalText("note", MaxNote, lines: true)));
        if (read is not Valid<Asked>(var asked)) return Faulty(((Invalid<Asked>)read).Errors);

        var note = asked.Note is { } said ? VaultEntry.Text.Of(said) : null;
        var id = keys.CommandId(fields.CommandId!, "form/close_day", fields.Bytes());
        var request = new DayRequest(caller.Office!.Value, asked.Day, caller, id)
        {
            Counted = new(asked.Cards, asked.Bags, note?.Id),
            Entries = note is null ? [] : [note],
        };
        return await AnswerToAsync(await closer.CloseAsync(request, cancel), cancel);
    }

    async Task<FormAnswer?> AnswerToAsync(Outcome<DayAnswer> outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case Done<DayAnswer>(var done, _):
                await projections.Progress.WaitAsync(Shown, done.Sequence, cancel);
                return null;
            case Denied<DayAnswer>(var reason): return StreamForms.Said(reason);
            case Wrong<DayAnswer>(var wrong): return Faulty(InputErrors.Of(wrong.Field, wrong.Error));
            default: return Stale();
        }
    }

    FormAnswer.Said Stale() => new("form.stale", text["form.stale"]);

    static FormAnswer.Wrong Faulty(InputErrors errors) => new(errors.Sentences(CultureInfo.CurrentUICulture));

    sealed record Asked(DateOnly Day, int Cards, int Bags, string? Note);
}
