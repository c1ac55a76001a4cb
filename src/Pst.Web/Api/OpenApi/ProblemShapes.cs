using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Web.Softcopies;

namespace Pst.Web.Api;

using static Shape;

/// <summary>The answers that say no, as <see cref="Problems"/> writes them, by status.</summary>
internal static class ProblemShapes
{
    public static FrozenDictionary<int, OpenApiResponse> All { get; } = new Dictionary<int, OpenApiResponse>
    {
        [400] = Answer("What cannot be taken, by field.", Needed("errors", Errors)),
        [401] = Answer("No key, or none that is known."),
        [403] = Answer("The role may not.", Needed("code", OneOf([new NotPermitted().Code]))),
        [404] = Answer("There is no such thing, or it is another office's."),
        [409] = Answer(
            "A rule refuses; the title says what to do instead.", Needed("code", OneOf(Codes)), Optional("remaining", Number(0, 1000)),
            Optional("fault", Word<FileFault>().Meaning("Why nothing can be made of the file."))),
        [412] = Answer("The stream is not at the version of If-Match."),
        [413] = Answer($"The body is larger than {RequestBody.MaxLength} bytes."),
        [422] = Answer("The Idempotency-Key was used for something else."),
        [503] = Later,
    }.ToFrozenDictionary();

    public static string NameOf(int status) => string.Create(CultureInfo.InvariantCulture, $"Problem{status}");

    // Every refusal has its sentence, and no sentence stands for another thing.
    static IEnumerable<string> Codes =>
        new ResourceManager(typeof(Refusal)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(it => (string)it.Key).Order(StringComparer.Ordinal);

    static OpenApiSchema Errors => new() { Type = JsonSchemaType.Object, AdditionalProperties = List(Text()) };

    static OpenApiResponse Later
    {
        get
        {
            var later = Answer("Not now. The same may be sent again, under the same Idempotency-Key.");
            var after = new OpenApiHeader { Required = true, Schema = Number(0).Meaning("In seconds.") };
            later.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = after };
            return later;
        }
    }

    static OpenApiResponse Answer(string description, params IEnumerable<Member> members)
    {
        var problem = Object(
        [
            Needed("type", Formatted("uri")), Needed("title", Text()), Needed("status", Number(400, 599)), Optional("traceId", Text()),
            .. members,
        ]);
        return new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
        };
    }
}
