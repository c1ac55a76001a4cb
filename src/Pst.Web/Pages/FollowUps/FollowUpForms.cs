using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.FollowUps;

/// <summary>Sends what a form asks of a follow-up action of the caller's own office.</summary>
public sealed class FollowUpForms(
    FollowUpWriter writer, Officers officers, EdgeKeys keys, ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    static readonly string[] Shown = [Projections.FollowUps.Projection.Name];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="FollowUpBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        Caller caller, OfficeCode office, FollowUpId action, string command, FormFields form, CancellationToken cancel)
    {
        if (!caller.Role.May(Act.FollowUp) || caller.Office != office) return Said(new NotPermitted());
        if (!FollowUpBodies.Names.Contains(command) || !Guid.TryParse(form.CommandId, out _)) return Own("form.stale");

        var read = FollowUpBodies.Read(command, Fields.OfForm(form.Said));
        if (read is not Valid<AskedFollowUp>(var asked))
            return new FormAnswer.Wrong(((Invalid<AskedFollowUp>)read).Errors.Sentences(CultureInfo.CurrentUICulture));

        var id = keys.CommandId(form.CommandId!, $"form/follow-up/{action}/{command}", form.Bytes());
        var staff = (await officers.OfAsync(office, cancel)).Select(it => it.Id).ToList();
        var outcome = await writer.SendAsync(new(office, action, asked.Command, staff, caller, id, asked.Entries), cancel);
        if (outcome is Done<StreamAnswer>(var done, _)) await projections.Progress.WaitAsync(Shown, done.Sequence, Patience, cancel);
        return outcome switch
        {
            Done<StreamAnswer> => null,
            Denied<StreamAnswer>(var reason) => Said(reason),
            _ => Own("form.stale"),
        };
    }

    static FormAnswer.Said Said(Refusal reason) => new(reason.Code, Problems.SentenceOf(reason));

    FormAnswer.Said Own(string code) => new(code, text[code]);
}
