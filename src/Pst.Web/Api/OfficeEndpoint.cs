using System.Globalization;
using System.Text.Json.Nodes;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary><c>/api/v1/offices/{code}</c>: the office file, put and given back, and all standards that it ever had.</summary>
public sealed class OfficeEndpoint(OfficeWriter writer, OfficeQuery query, EdgeKeys keys)
{
    public async Task<IResult> PutAsync(HttpContext http, string code, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)) return Problems.NotFound();
        if (!caller.Role.May(Act.SetOffices)) return Problems.Refused(new NotPermitted());
        if (await RequestBody.ReadAsync(http.Request, cancel) is not { } body) return Problems.Plain(StatusCodes.Status413PayloadTooLarge);
        if (body.Json is not { } json) return Problems.Invalid("$", new InputError.Malformed());
        if (!IfMatch.TryRead(http, out var seen)) return Problems.Invalid(IfMatch.Header, new InputError.Malformed());

        var read = OfficeFile.Read(json);
        if (read is not Valid<Office>(var file)) return Problems.Invalid(((Invalid<Office>)read).Errors);
        if (file.Code != office) return Problems.Invalid("code", new InputError.NotAWord([office.Value]));

        // The same file again changes nothing by itself, so a put needs no name by which to know it again.
        var id = keys.CommandId($"{Guid.CreateVersion7()}", http.Request.Path, body.Bytes);
        var outcome = await writer.SendAsync(new(office, new OfficeCommand.PutFile(file), caller, id) { IfMatch = seen }, cancel);
        return outcome is Done<OfficeAnswer>(var answer, _) ? Written(http, file, answer) : Answers.No(outcome);
    }

    public Task<IResult> GetAsync(HttpContext http, string code, CancellationToken cancel) =>
        query.AnswerAsync(http, code, Act.SeeOffice, [], _ => true, (asked, _) =>
        {
            http.Response.Headers.ETag = TagOf(asked.Version);
            return Task.FromResult<object?>(OfficeFile.Write(asked.Settings.File(asked.Office)));
        }, cancel);

    public Task<IResult> StandardsAsync(HttpContext http, string code, CancellationToken cancel) =>
        query.AnswerAsync(http, code, Act.SeeOffice, [], _ => true, (asked, _) =>
            Task.FromResult<object?>(new JsonArray([.. asked.Settings.Standards.Select(OfficeFile.Write)])), cancel);

    static IResult Written(HttpContext http, Office file, OfficeAnswer answer)
    {
        http.Response.Headers.ETag = TagOf(answer.Version);
        return Results.Json(
            OfficeFile.Write(file), ApiJson.Options, statusCode: answer.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // What If-Match takes.
    static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
