using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>Sends what a form asks of a complaint.</summary>
public sealed class ComplaintForms(
    ComplaintWriter writer, AttachedFiles attached, ComplaintLinks links, PublicAddress address, EdgeKeys keys,
    ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    static readonly string[] Shown = [ComplaintBoard.Projection.Name];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="ComplaintBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        HttpRequest http, Caller caller, OfficeCode office, ComplaintId complaint, string command, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        if (!ComplaintBodies.Names.Contains(command) || !Guid.TryParse(form.CommandId, out _)) return Own("form.stale");
        if (!caller.Role.MayComplain(command) || caller.Office != office || caller.Role.IsBeyondComplaining(form.Gives))
            return Said(new NotPermitted());

        var read = ComplaintBodies.Read(command, Fields.OfForm(form.Said));
        if (read is not Valid<AskedComplaint>(var asked))
            return new FormAnswer.Wrong(((Invalid<AskedComplaint>)read).Errors.Sentences(CultureInfo.CurrentUICulture));

        var (files, why) = await attached.TakeAsync(office, asked.TakesFiles ? http.Form.Files : [], cancel);
        if (why is not null) return new FormAnswer.Wrong(new Dictionary<string, string[]> { [AttachedFiles.Field] = [text[why]] });
        var id = keys.CommandId(
            form.CommandId!, $"form/complaint/{complaint}/{command}",
            [.. form.Bytes(), .. files.SelectMany(it => SHA256.HashData(it.Content))]);
        var link = address.Of(http, $"/p/{links.TokenOf(office, complaint)}");
        var whole = asked.With(files);
        var outcome = await writer.SendAsync(new(office, complaint, whole.Command, caller, id, link, whole.Entries), cancel);
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
