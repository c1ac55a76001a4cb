using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Forms;

/// <summary>Sends what a form asks of a visit: read by the API's own parser, written by the one write path.</summary>
public sealed class VisitForms(VisitWriter writer, EdgeKeys keys, ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    // What the next page reads; it shows what was just done.
    static readonly string[] Shown =
        [QueueBoard.Projection.Name, CallBoard.Projection.Name, Visits.Projection.Name, CustodyBoard.Projection.Name];

    public async Task<FormAnswer> SendAsync(HttpContext http, VisitId visit, string command, CancellationToken cancel) =>
        await SendAsync(http, visit, command, await FormFields.ReadAsync(http.Request, cancel), cancel);

    public Task<FormAnswer> SendAsync(HttpContext http, VisitId visit, string command, FormFields fields, CancellationToken cancel) =>
        SendAsync(http.User.ToCaller()!, visit, command, fields, cancel);

    /// <summary>The same for somebody who is known by other means than signing in.</summary>
    public async Task<FormAnswer> SendAsync(Caller caller, VisitId visit, string command, FormFields fields, CancellationToken cancel)
    {
        if (caller.Office is not { } office || !caller.Role.MayCommand(command) || caller.Role.IsBeyond(command, fields.Gives))
            return Refused(new NotPermitted());
        if (fields.CommandId is not { Length: > 0 } name || !Guid.TryParse(name, out _)) return Own("form.stale");

        var read = CommandBodies.Read(command, Fields.OfForm(fields.Asked), caller.Role);
        if (read is not Valid<AskedCommand>(var asked))
            return Faulty(((Invalid<AskedCommand>)read!).Errors);

        var id = keys.CommandId(name, $"form/{visit}/{command}", fields.Bytes());
        var outcome = await writer.SendAsync(new(office, visit, asked, caller, id) { IfMatch = fields.SeenVersion }, cancel);
        if (outcome is Done<VisitAnswer>(var done, _)) await projections.Progress.WaitAsync(Shown, done.Sequence, cancel);
        return Told(outcome);
    }

    FormAnswer Told(Outcome<VisitAnswer> outcome) => outcome switch
    {
        Done<VisitAnswer>(var answer, _) => new FormAnswer.Done(answer),
        Denied<VisitAnswer>(var reason) => Refused(reason),
        Wrong<VisitAnswer>(var wrong) => Faulty(InputErrors.Of(wrong.Field, wrong.Error)),
        MovedOn<VisitAnswer> => Own(FormAnswer.MovedOn),
        _ => Own("form.stale"),
    };

    static FormAnswer.Wrong Faulty(InputErrors errors) => new(errors.Sentences(CultureInfo.CurrentUICulture));

    static FormAnswer.Said Refused(Refusal reason) => new(reason.Code, Problems.SentenceOf(reason));

    FormAnswer.Said Own(string code) => new(code, text[code]);
}
