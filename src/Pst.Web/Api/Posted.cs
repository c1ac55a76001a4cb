using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>What a POST in an office brings, read and checked in the order of api.md: which office, the role, the body alone.</summary>
/// <typeparam name="T">What the body says.</typeparam>
public sealed record Posted<T>(OfficeCode Office, Caller Caller, CommandId Id, T Asked)
{
    /// <summary>The version that the caller has seen; null where none was said.</summary>
    public long? IfMatch { get; init; }

    /// <summary>What came with it.</summary>
    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>Who may send it.</summary>
public sealed record PostRule(Func<Role, bool> May)
{
    /// <summary>Whether a role that may send it may still not say one of these fields.</summary>
    public Func<Role, Func<string, bool>, bool> IsBeyond { get; init; } = (_, _) => false;

    /// <summary>It may say which version it has seen.</summary>
    public bool Matches { get; init; }

    /// <summary>It may come as a form with files, of so many bytes; null where it is JSON alone.</summary>
    public long? FormBytes { get; init; }
}

/// <summary>Reads them.</summary>
public sealed class PostedReader(OfficeMemory offices, EdgeKeys keys)
{
    /// <summary>The request, or the answer that says what is wrong with it.</summary>
    public Task<(Posted<T>? Request, IResult? No)> ReadAsync<T>(
        HttpContext http, string code, Act act, Func<Fields, T> shape, CancellationToken cancel) =>
        ReadAsync(http, code, new PostRule(it => it.May(act)), (fields, _) => shape(fields), cancel);

    /// <param name="shape">Reads the body of somebody in a role.</param>
    public async Task<(Posted<T>? Request, IResult? No)> ReadAsync<T>(
        HttpContext http, string code, PostRule rule, Func<Fields, Role, T> shape, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)) return (null, Problems.NotFound());
        if (!rule.May(caller.Role))
            return (null, await offices.FindAsync(office, cancel) is null ? Problems.NotFound() : Problems.Refused(new NotPermitted()));

        if (await PostedForm.ReadAsync(http.Request, rule.FormBytes, cancel) is not { } body)
            return (null, Problems.Plain(StatusCodes.Status413PayloadTooLarge));
        if (rule.IsBeyond(caller.Role, body.Gives)) return (null, Problems.Refused(new NotPermitted()));
        if (body.Fault is var (wrong, why)) return (null, Problems.Invalid(wrong, why));
        if (CommandName.Of(http) is not { } name) return (null, Problems.Invalid(CommandName.Header, new InputError.Required()));
        long? seen = null;
        if (rule.Matches && !IfMatch.TryRead(http, out seen)) return (null, Problems.Invalid(IfMatch.Header, new InputError.Malformed()));

        return body.Fields().Read(fields => shape(fields, caller.Role)) switch
        {
            Valid<T>(var asked) => (
                new(office, caller, keys.CommandId(name, http.Request.Path, body.Bytes), asked) { IfMatch = seen, Files = body.Files },
                null),
            var invalid => (null, Problems.Invalid(((Invalid<T>)invalid).Errors)),
        };
    }
}
