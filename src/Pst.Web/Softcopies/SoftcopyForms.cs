using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Online;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>Sends what a form asks of a softcopy.</summary>
public sealed class SoftcopyForms
{
    readonly SoftcopyWriter writer;
    readonly SoftcopyDesk desk;
    readonly PublicAddress address;
    readonly StreamForms forms;

    internal SoftcopyForms(SoftcopyWriter writer, SoftcopyDesk desk, PublicAddress address, StreamForms forms) =>
        (this.writer, this.desk, this.address, this.forms) = (writer, desk, address, forms);

    /// <summary>Null when it is asked for; else what the page says.</summary>
    /// <param name="visit">In which it is asked for; null where somebody asks without one.</param>
    public async Task<FormAnswer?> AskAsync(
        HttpRequest http, OfficeCode office, SoftcopyId request, PublicationId publication, LibraryVisit? visit, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        var read = SoftcopyBodies.Ask(publication, Fields.OfForm(form.Said));
        if (visit is { Visit: var own } && read is Valid<AskedSoftcopy>({ Command: SoftcopyCommand.Ask ask } asked))
            read = new Valid<AskedSoftcopy>(asked with { Command = ask with { Visit = own.Id, Visitor = own.Visitor } });
        var caller = visit?.Caller ?? new("requester", Role.Visitor, office);
        return await SendAsync(http, form, caller, office, request, "ask", read, cancel);
    }

    /// <summary>
    /// What staff do with a request: <c>prepare</c>, <c>deliver</c>, <c>decline</c>, <c>call_back</c>. Null when it is done.
    /// </summary>
    public async Task<FormAnswer?> HandleAsync(
        HttpRequest http, Caller caller, OfficeCode office, SoftcopyLine line, string command, CancellationToken cancel)
    {
        if (caller.Office != office || !caller.Role.MayHandleSoftcopies()) return StreamForms.Said(new NotPermitted());
        var form = await FormFields.ReadAsync(http, cancel);
        try
        {
            Input<AskedSoftcopy>? read = command switch
            {
                "prepare" => new Valid<AskedSoftcopy>(new(await PreparedAsync(http, office, line, cancel), [])),
                "deliver" => new Valid<AskedSoftcopy>(new(new SoftcopyCommand.Deliver(), [])),
                "decline" => SoftcopyBodies.Decline(Fields.OfForm(form.Said)),
                "call_back" => SoftcopyBodies.CallBack(Fields.OfForm(form.Said)),
                _ => null,
            };
            return read is null ? forms.Stale : await SendAsync(http, form, caller, office, line.Id, command, read, cancel);
        }
        catch (FileRefusedException refused) { return forms.Own($"fault.{Words.Of(refused.Fault)}"); }
    }

    /// <summary>The file of a delivered request, counted; else why not.</summary>
    public async Task<(string? Path, FormAnswer? Answer)> FetchAsync(
        HttpRequest http, OfficeCode office, SoftcopyLine line, CancellationToken cancel)
    {
        var path = line.Row.File is { } file ? desk.PathOf(file) : null;
        if (path is not null && !File.Exists(path) && line.Row.EndedAt is null) // whoever asked was forgotten
            return (null, StreamForms.Said(new SoftcopyRefusal.LinkExpired()));
        var form = await FormFields.ReadAsync(http, cancel);
        var read = new Valid<AskedSoftcopy>(new(new SoftcopyCommand.Fetch(), []));
        var answer = await SendAsync(http, form, new("requester", Role.Visitor, office), office, line.Id, "fetch", read, cancel);
        return answer is null ? (path, null) : (null, answer);
    }

    /// <summary>Null when it is judged; else why not.</summary>
    public async Task<FormAnswer?> RateAsync(HttpRequest http, OfficeCode office, SoftcopyLine line, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        var read = SoftcopyBodies.Rate(Fields.OfForm(form.Said));
        return await SendAsync(http, form, new("requester", Role.Visitor, office), office, line.Id, "rate", read, cancel);
    }

    async Task<SoftcopyCommand> PreparedAsync(HttpRequest http, OfficeCode office, SoftcopyLine line, CancellationToken cancel) =>
        new SoftcopyCommand.Prepare(await desk.MakeAsync(office, line, path => address.Of(http, path), http.Form.Files, cancel));

    async Task<FormAnswer?> SendAsync(
        HttpRequest http, FormFields form, Caller caller, OfficeCode office, SoftcopyId request, string command, Input<AskedSoftcopy> read,
        CancellationToken cancel)
    {
        if (read is not Valid<AskedSoftcopy>(var asked)) return StreamForms.Wrong(read);
        return await forms.SendAsync(
            form, $"form/softcopy/{request}/{command}", form.Bytes(), SoftcopyBoard.Projection.Name,
            id => writer.SendAsync(new(office, request, asked.Command, caller, id, address.Of(http, ""), asked.Entries), cancel), cancel);
    }
}
