using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/offices/{code}/visits/{visitId}/{command}</c>. Checked in this order: who (401), which office (404), the role (403),
/// the body alone (400), the command's id (422), the version (412), the time against the visit (400), the rules (409).
/// </summary>
public sealed class CommandEndpoint(VisitWriter writer, OfficeMemory offices, EdgeKeys keys, VisitAnswers answers)
{
    public async Task<IResult> SendAsync(HttpContext http, string code, string visitId, string command, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)) return Problems.NotFound();
        if (!caller.Role.MayCommand(command))
            return await offices.FindAsync(office, cancel) is null ? Problems.NotFound() : Problems.Refused(new NotPermitted());

        if (await RequestBody.ReadAsync(http.Request, cancel) is not { } body) return Problems.Plain(StatusCodes.Status413PayloadTooLarge);
        if (caller.Role.IsBeyond(command, body.Gives)) return Problems.Refused(new NotPermitted());
        if (body.Json is not { } json) return Problems.Invalid("$", new InputError.Malformed());
        if (!VisitId.TryParse(visitId, null, out var visit)) return Problems.Invalid("visitId", new InputError.Malformed());
        if (CommandName.Of(http) is not { } name) return Problems.Invalid(CommandName.Header, new InputError.Required());
        if (!IfMatch.TryRead(http, out var seen)) return Problems.Invalid(IfMatch.Header, new InputError.Malformed());

        var read = CommandBodies.Read(command, Fields.Of(json), caller.Role);
        if (read is not Valid<AskedCommand>(var asked)) return Problems.Invalid(((Invalid<AskedCommand>)read).Errors);

        var id = keys.CommandId(name, http.Request.Path, body.Bytes);
        var outcome = await writer.SendAsync(new(office, visit, asked, caller, id) { IfMatch = seen }, cancel);
        return outcome is Done<VisitAnswer> done ? await answers.WriteAsync(http, office, done, cancel) : Answers.No(outcome);
    }
}
