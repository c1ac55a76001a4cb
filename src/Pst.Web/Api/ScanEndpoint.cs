using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Softcopies;
using Pst.Web.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/offices/{code}/softcopies/{requestId}/scan</c>: what the desk's scanner made, told to the visit and handed over, as the
/// desk's page does by one press. The key is the visit's command: begun again under it, all goes on where it stopped.
/// </summary>
internal sealed class ScanEndpoint(
    VisitWriter visits, Streams streams, SoftcopyReads reads, SoftcopyDesk desk, DeskScans scans, PublicAddress address,
    PostedReader reader, StreamAnswers answers, IStringLocalizer<Sentences> text)
{
    public const string Name = "scan";

    /// <summary>Of a form with files.</summary>
    public const long MostBytes = 120 * 1024 * 1024;

    public async Task<IResult> SendAsync(HttpContext http, string code, string requestId, CancellationToken cancel)
    {
        var rule = new PostRule(it => it.MaySoftcopy(Name)) { FormBytes = MostBytes };
        var (request, no) = await reader.ReadAsync(
            http, code, rule,
            (body, _) => (Visit: body.Parsed<VisitId>("visit"), Publication: body.Parsed<PublicationId>("publicationId")), cancel);
        if (request is null) return no!;
        if (!SoftcopyId.TryParse(requestId, null, out var softcopy)) return Problems.Invalid("requestId", new InputError.Malformed());
        if (request.Files.Count == 0) return Problems.Invalid(PostedForm.Files, new InputError.Required());

        var (visit, publication) = request.Asked;
        var scan = new DeskScan(request.Office, request.Caller, visit, softcopy, publication, request.Files);
        try
        {
            return await HandOverAsync(http, scan, request.Id, cancel);
        }
        catch (FileRefusedException refused)
        {
            return refused.Fault == FileFault.Busy
                ? Problems.Later(http) : Problems.Invalid(PostedForm.Files, text[$"fault.{Words.Of(refused.Fault)}"].Value);
        }
    }

    async Task<IResult> HandOverAsync(HttpContext http, DeskScan scan, CommandId id, CancellationToken cancel)
    {
        if (await IsAnothersAsync(scan, id, cancel)) return Problems.Refused(new SoftcopyRefusal.AlreadyAsked());
        var pages = await desk.CountAsync(scan.Office, scan.Files, cancel);
        if (pages > CommandBodies.MaxSheets) throw new FileRefusedException(FileFault.TooManyPages);
        var command = new VisitCommand.ScanSoftcopy(scan.Publication, pages);
        var told = await visits.SendAsync(new(scan.Office, scan.Visit, new(command, null, TimeSpan.Zero), scan.Caller, id), cancel);
        if (told is not Done<VisitAnswer>) return Answers.No(told);

        var given = await scans.GiveAsync(scan, address.Of(http.Request, ""), cancel);
        return await answers.WriteAsync(
            http, scan.Office, given, it => new SoftcopyAnswer(scan.Request, it.Version, it.Token, it.Events), cancel);
    }

    // There is such a request, and it did not come by this command: the visit hears nothing of it.
    async Task<bool> IsAnothersAsync(DeskScan scan, CommandId id, CancellationToken cancel) =>
        await reads.EventsAsync(scan.Office, scan.Request, cancel) is not null
        && (await streams.ReadAsync(scan.Office.Value, scan.Visit.Value, cancel)).All(it => it.Envelope.Causation != $"{id.Value}");
}
