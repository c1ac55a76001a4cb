using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>What was scanned for a visitor at the desk: told to the visit, marked if promised, and handed over by one press.</summary>
public sealed class DeskScans
{
    readonly VisitForms forms;
    readonly Visits visits;
    readonly OfficeMemory offices;
    readonly SoftcopyDesk desk;
    readonly Handovers handovers;
    readonly PublicAddress address;
    readonly StreamForms says;
    readonly TimeProvider clock;

    internal DeskScans(
        VisitForms forms, Visits visits, OfficeMemory offices, SoftcopyDesk desk, Handovers handovers, PublicAddress address,
        StreamForms says, TimeProvider clock) =>
        (this.forms, this.visits, this.offices, this.desk, this.handovers, this.address, this.says, this.clock) =
        (forms, visits, offices, desk, handovers, address, says, clock);

    /// <param name="request">Made with the form; the visit's command has its id: a form that is sent again tells nothing twice.</param>
    public async Task<FormAnswer> HandOverAsync(HttpContext http, VisitId visit, SoftcopyId request, CancellationToken cancel)
    {
        var (caller, sent) = (http.User.ToCaller()!, http.Request.Form.Files);
        var form = await FormFields.ReadAsync(http.Request, cancel);
        if (sent.Count == 0) return says.Own("scan.no_file");
        try
        {
            var pages = await desk.CountAsync(caller.Office!.Value, sent, cancel);
            var told = form.With("pages", $"{pages}") with { CommandId = $"{request}" };
            var answer = await forms.SendAsync(http, visit, "scan_softcopy", told, cancel);
            if (!answer.IsDone) return answer;
            var scan = new DeskScan(caller.Office.Value, caller, visit, request, PublicationId.Parse(form["publicationId"]!, null), sent);
            return await GiveAsync(scan, address.Of(http.Request, ""), cancel) is Denied<StreamAnswer>(var reason)
                ? StreamForms.Said(reason) : answer;
        }
        catch (FileRefusedException refused) { return says.Own($"fault.{Words.Of(refused.Fault)}"); }
    }

    /// <summary>Hands over what the visit was told of.</summary>
    /// <param name="links">What links in mails begin with.</param>
    internal async Task<Outcome<StreamAnswer>> GiveAsync(DeskScan scan, string links, CancellationToken cancel)
    {
        var state = await offices.FindAsync(scan.Office, cancel);
        var view = await visits.FindAsync(scan.Office, state!, scan.Visit, VisitMoment.Now, clock.GetUtcNow(), cancel);
        var asked = new SoftcopyCommand.Ask(
            scan.Publication, SoftcopyWay.Scan, view!.Purpose, Visit: scan.Visit, Visitor: view.Visitor);
        return await handovers.AskAsync(scan.Office, scan.Request, asked, scan.Caller, cancel) is { } no
            and not SoftcopyRefusal.AlreadyAsked
            ? no : await handovers.FinishAsync(scan.Office, scan.Request, scan.Files, scan.Caller, links, isMailed: true, cancel);
    }
}

/// <summary>What was scanned in a visit.</summary>
internal sealed record DeskScan(
    OfficeCode Office, Caller Caller, VisitId Visit, SoftcopyId Request, PublicationId Publication, IReadOnlyList<IFormFile> Files);
