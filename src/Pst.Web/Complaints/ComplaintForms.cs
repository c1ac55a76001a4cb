using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>Sends what a form asks of a complaint.</summary>
public sealed class ComplaintForms(
    ComplaintWriter writer, AttachedFiles attached, ComplaintLinks links, PublicAddress address, StreamForms forms,
    IStringLocalizer<Sentences> text)
{
    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="ComplaintBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        HttpRequest http, Caller caller, OfficeCode office, ComplaintId complaint, string command, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        if (!ComplaintBodies.Names.Contains(command)) return forms.Stale;
        if (!caller.Role.MayComplain(command) || caller.Office != office || caller.Role.IsBeyondComplaining(form.Gives))
            return StreamForms.Said(new NotPermitted());

        var read = ComplaintBodies.Read(command, Fields.OfForm(form.Said));
        if (read is not Valid<AskedComplaint>(var asked)) return StreamForms.Wrong(read);

        var (files, why) = await attached.TakeAsync(office, asked.TakesFiles ? http.Form.Files : [], cancel);
        if (why is not null) return new FormAnswer.Wrong(new Dictionary<string, string[]> { [AttachedFiles.Field] = [text[why]] });
        var link = address.Of(http, $"/p/{links.TokenOf(office, complaint)}");
        var whole = asked.With(files);
        byte[] content = [.. form.Bytes(), .. files.SelectMany(it => SHA256.HashData(it.Content))];
        return await forms.SendAsync(
            form, $"form/complaint/{complaint}/{command}", content, ComplaintBoard.Projection.Name,
            id => writer.SendAsync(new(office, complaint, whole.Command, caller, id, link, whole.Entries), cancel), cancel);
    }
}
