using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>Whoever asks something of an office, after it was seen that they may.</summary>
/// <param name="Version">Of the office's settings.</param>
/// <param name="Now">When it is answered; what is judged is judged at this moment.</param>
public sealed record Asked(OfficeCode Office, OfficeState Settings, long Version, Caller Caller, DateTimeOffset Now);

/// <summary>
/// What every GET under an office has in common: which office (404), the role (403), the address (400), and with <c>?after=TOKEN</c> the
/// wait until what is read includes that command.
/// </summary>
public sealed class OfficeQuery(OfficeMemory offices, ProjectionRunner projections, TimeProvider clock)
{
    const string After = "after";

    /// <param name="reads">
    /// The names of the projections that must have caught up; none for what is read from the streams themselves.
    /// </param>
    /// <param name="shape">Reads the address' query.</param>
    public async Task<IResult> AnswerAsync<T>(
        HttpContext http, string code, Act act, IReadOnlyCollection<string> reads, Func<Fields, T> shape,
        Func<Asked, T, Task<object?>> answer, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)
            || await offices.LookAsync(office, cancel) is not var (version, settings))
            return Problems.NotFound();
        if (!caller.Role.May(act)) return Problems.Refused(new NotPermitted());

        var read = Fields.OfForm(Given(http.Request.Query)).Read(fields => (Token: TokenOf(fields), Asked: shape(fields)));
        if (read is not Valid<(long? Token, T Asked)>(var query)) return Problems.Invalid(((Invalid<(long?, T)>)read).Errors);
        if (query.Token is { } sequence && reads.Count > 0 && !await projections.Progress.WaitAsync(reads, sequence, cancel))
            return Problems.Later(http);

        return await answer(new(office, settings, version, caller, clock.GetUtcNow()), query.Asked) switch
        {
            null => Problems.NotFound(),
            IResult whole => whole,
            var found => Results.Json(found, ApiJson.In(settings.Details.TimeZone)),
        };
    }

    /// <summary>The same of one thing.</summary>
    /// <param name="name">Of its id in the address.</param>
    /// <param name="typed">What stands there.</param>
    public Task<IResult> OfOneAsync<TId, T>(
        HttpContext http, string code, string name, string typed, Act act, IReadOnlyCollection<string> reads, Func<Fields, T> shape,
        Func<Asked, TId, T, Task<object?>> answer, CancellationToken cancel)
        where TId : struct, IParsable<TId> =>
        AnswerAsync(
            http, code, act, reads, fields => (Id: IdOf<TId>(fields, name, typed), Asked: shape(fields)),
            (asked, it) => answer(asked, it.Id, it.Asked), cancel);

    static TId IdOf<TId>(Fields query, string name, string typed)
        where TId : struct, IParsable<TId>
    {
        if (!TId.TryParse(typed, null, out var id)) query.At(name).Refuse(new InputError.Malformed());
        return id;
    }

    /// <summary>The command that what is read must include, by its token; null where none was said.</summary>
    internal static long? TokenOf(Fields query)
    {
        if (query.OptionalText(After, 64) is not { } text) return null;
        if (Token.TryRead(text, out var sequence)) return sequence;
        query.At(After).Refuse(new InputError.Malformed());
        return null;
    }

    // A plus in an address stands for a blank; a time's offset is where one is meant.
    static IEnumerable<KeyValuePair<string, string>> Given(IQueryCollection query) =>
        query.Select(it => KeyValuePair.Create(it.Key, it.Key is "asOf" or "seenAt" ? $"{it.Value}".Replace(' ', '+') : $"{it.Value}"));
}
