using System.Globalization;
using System.Resources;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>
/// Answers that say no, as <c>application/problem+json</c> (RFC 9457); sentences in the language that the caller asked for.
/// </summary>
public static class Problems
{
    static readonly ResourceManager Sentences = new(typeof(Refusal));

    /// <summary>The refusal's sentence in the caller's language, Indonesian where that is none of ours.</summary>
    public static string SentenceOf(Refusal reason) =>
        string.Format(
            CultureInfo.CurrentCulture, Sentences.GetString(reason.Code, CultureInfo.CurrentUICulture) ?? reason.Code, reason.Values());

    /// <summary>The same where only the code was kept.</summary>
    public static string SentenceOf(string code) => Sentences.GetString(code, CultureInfo.CurrentUICulture) ?? code;

    public static IResult Refused(Refusal reason) => Refused(reason, reason.Facts());

    /// <param name="facts">What a program is told beside the code.</param>
    public static IResult Refused(Refusal reason, IReadOnlyDictionary<string, object> facts) =>
        Results.Problem(
            title: SentenceOf(reason), statusCode: reason is NotPermitted ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict,
            extensions: facts.ToDictionary(it => it.Key, it => (object?)it.Value).With("code", reason.Code));

    public static IResult Invalid(InputErrors errors) => Invalid(errors.Sentences(CultureInfo.CurrentUICulture));

    /// <summary>What is wrong with one field, in a sentence of its own.</summary>
    public static IResult Invalid(string field, string sentence) => Invalid(new Dictionary<string, string[]> { [field] = [sentence] });

    public static IResult Invalid(string field, InputError error) => Invalid(InputErrors.Of(field, error));

    public static IResult NotFound() => Plain(StatusCodes.Status404NotFound);
    public static IResult Plain(int status) => Results.Problem(statusCode: status);

    /// <summary>Not now: the same again a little later, under the same Idempotency-Key.</summary>
    public static IResult Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Plain(StatusCodes.Status503ServiceUnavailable);
    }

    static IResult Invalid(IReadOnlyDictionary<string, string[]> errors) => Results.ValidationProblem(errors.ToDictionary());

    static Dictionary<string, object?> With(this Dictionary<string, object?> facts, string name, object value)
    {
        facts[name] = value;
        return facts;
    }
}
