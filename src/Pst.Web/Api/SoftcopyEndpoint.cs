using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Softcopies;
using Pst.Web.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/offices/{code}/softcopies/{requestId}/{command}</c>. The file is made from the catalogue's PDF; what comes from the
/// desk's scanner is sent on the page. The address where it is fetched goes out by mail alone.
/// </summary>
internal sealed class SoftcopyEndpoint(
    SoftcopyWriter writer, SoftcopyReads reads, SoftcopyDesk desk, PublicAddress address, PostedReader reader, StreamAnswers answers)
{
    public static readonly IReadOnlyList<string> Names = ["ask", "prepare", "deliver", "decline", "call_back", "rate"];

    /// <param name="command">One of <see cref="Names"/>.</param>
    public async Task<IResult> SendAsync(HttpContext http, string code, string requestId, string command, CancellationToken cancel)
    {
        var rule = new PostRule(it => it.MaySoftcopy(command)) { Matches = true };
        var (request, no) = await reader.ReadAsync(http, code, rule, (body, _) => AskedBy(body, command), cancel);
        if (request is null) return no!;
        if (!SoftcopyId.TryParse(requestId, null, out var softcopy)) return Problems.Invalid("requestId", new InputError.Malformed());

        try
        {
            var (office, asked) = (request.Office, request.Asked ?? new(await PreparedAsync(http, request.Office, softcopy, cancel), []));
            var outcome = await writer.SendAsync(
                new(office, softcopy, asked.Command, request.Caller, request.Id, address.Of(http.Request, ""), asked.Entries)
                {
                    IfMatch = request.IfMatch,
                }, cancel);
            return await answers.WriteAsync(
                http, office, outcome, it => new SoftcopyAnswer(softcopy, it.Version, it.Token, it.Events), cancel);
        }
        catch (FileRefusedException refused)
        {
            return Problems.Refused(
                new SoftcopyRefusal.FileRefused(), new Dictionary<string, object> { ["fault"] = Words.Of(refused.Fault) });
        }
    }

    // Null for what is made before it can be said.
    static AskedSoftcopy? AskedBy(Fields body, string command) => command switch
    {
        "ask" => SoftcopyBodies.AskOf(body.Parsed<PublicationId>("publicationId"), body),
        "decline" => SoftcopyBodies.DeclineOf(body),
        "call_back" => SoftcopyBodies.CallBackOf(body),
        "rate" => SoftcopyBodies.RateOf(body),
        "deliver" => new(new SoftcopyCommand.Deliver(), []),
        _ => null,
    };

    // Where there is no such request, the rules say so.
    async Task<SoftcopyCommand> PreparedAsync(HttpContext http, OfficeCode office, SoftcopyId softcopy, CancellationToken cancel) =>
        await reads.FindAsync(office, softcopy, cancel) is { Line: var line }
            ? new SoftcopyCommand.Prepare(await desk.MakeAsync(office, line, path => address.Of(http.Request, path), [], cancel))
            : new SoftcopyCommand.Deliver();
}

/// <summary>What a command on a request for a softcopy brought about.</summary>
public sealed record SoftcopyAnswer(SoftcopyId Request, long Version, string Token, IReadOnlyList<EventAnswer> Events);
