using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/keys</c>: a new key, shown once. It is not remembered under its Idempotency-Key, for it is not to be shown again.
/// </summary>
public sealed class KeyEndpoint(ApiKeys keys, OfficeMemory offices)
{
    public async Task<IResult> MakeAsync(HttpContext http, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!caller.Role.May(Act.MakeKeys)) return Problems.Refused(new NotPermitted());
        if (await RequestBody.ReadAsync(http.Request, cancel) is not { } body) return Problems.Plain(StatusCodes.Status413PayloadTooLarge);
        if (body.Json is not { } json) return Problems.Invalid("$", new InputError.Malformed());
        if (CommandName.Of(http) is null) return Problems.Invalid(CommandName.Header, new InputError.Required());
        var read = Fields.Of(json).Read(Shape);
        if (read is not Valid<Wanted>(var asked)) return Problems.Invalid(((Invalid<Wanted>)read).Errors);

        var office = asked.Office ?? caller.Office;
        if (office is { } named && (!caller.Sees(named) || await offices.FindAsync(named, cancel) is null)) return Problems.NotFound();

        var (id, key) = await keys.MakeAsync(asked.Role, office, device: null, name: null, cancel);
        return Results.Json(new NewKey(id, key), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    static Wanted Shape(Fields body)
    {
        var role = body.Word<Role>("role");
        var office = body.OptionalParsed<OfficeCode>("office");
        if (office is null && !body.At("office").IsGiven && !role.HoldsForAll()) body.At("office").Refuse(new InputError.Required());
        return new(office, role);
    }

    sealed record Wanted(OfficeCode? Office, Role Role);
}

/// <param name="Key">Shown here once.</param>
public sealed record NewKey(Guid Id, string Key);
