using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>What a POST in an office brings, read and checked in the order of api.md: which office, the role, the body alone.</summary>
/// <typeparam name="T">What the body says.</typeparam>
public sealed record Posted<T>(OfficeCode Office, Caller Caller, CommandId Id, T Asked);

/// <summary>Reads them.</summary>
public sealed class PostedReader(OfficeMemory offices, EdgeKeys keys)
{
    /// <summary>The request, or the answer that says what is wrong with it.</summary>
    public async Task<(Posted<T>? Request, IResult? No)> ReadAsync<T>(
        HttpContext http, string code, Act act, Func<Fields, T> shape, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)) return (null, Problems.NotFound());
        if (!caller.Role.May(act))
            return (null, await offices.FindAsync(office, cancel) is null ? Problems.NotFound() : Problems.Refused(new NotPermitted()));

        if (await RequestBody.ReadAsync(http.Request, cancel) is not { } body)
            return (null, Problems.Plain(StatusCodes.Status413PayloadTooLarge));
        if (body.Json is not { } json) return (null, Problems.Invalid("$", new InputError.Malformed()));
        if (CommandName.Of(http) is not { } name) return (null, Problems.Invalid(CommandName.Header, new InputError.Required()));

        var read = Fields.Of(json).Read(shape);
        return read is Valid<T>(var asked)
            ? (new(office, caller, keys.CommandId(name, http.Request.Path, body.Bytes), asked), null)
            : (null, Problems.Invalid(((Invalid<T>)read).Errors));
    }
}
