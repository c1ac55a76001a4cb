using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Pst.Web.Api;

using static Shape;

/// <summary>What the OpenAPI document says about a route, said where the route is laid.</summary>
internal static class Described
{
    /// <summary>A GET: what it answers, and what its address may ask.</summary>
    public static RouteHandlerBuilder Reads<TAnswer>(this RouteHandlerBuilder route, string summary, params IEnumerable<Member> query) =>
        route.WithSummary(summary).Produces<TAnswer>().Says((operation, document) => operation.Asks(document, query));

    /// <summary>The same for an answer that no type writes.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, string summary, Func<OpenApiDocument, IOpenApiSchema> answer) =>
        route.WithSummary(summary).Says((operation, document) =>
        {
            operation.Asks(document);
            operation.Gives("200", summary, answer(document));
        });

    /// <summary>A POST that is remembered under its Idempotency-Key.</summary>
    /// <param name="body">Null where it is no JSON.</param>
    public static RouteHandlerBuilder Writes<TAnswer>(this RouteHandlerBuilder route, string summary, OpenApiSchema? body = null) =>
        route.WithSummary(summary).Produces<TAnswer>().Says((operation, document) =>
        {
            if (body is not null) operation.Sends(body);
            operation.Takes(ParameterLocation.Header, Name).Fails(document, 400, 401, 403, 404, 409, 413, 422, 503);
            operation.Tells("200", Answers.ReplayedHeader, OneOf(["true"]));
        });

    /// <summary>It may come as a form with files.</summary>
    /// <param name="form">Null where it may not.</param>
    /// <param name="most">In bytes, of all of it.</param>
    public static RouteHandlerBuilder TakesForm(this RouteHandlerBuilder route, OpenApiSchema? form, long most) =>
        form is null ? route : route.WithMetadata(new RequestSizeLimitAttribute(most)).Says((operation, _) =>
        {
            var body = operation.RequestBody as OpenApiRequestBody ?? new() { Required = true };
            (body.Content ??= new Dictionary<string, OpenApiMediaType>())[MediaTypeNames.Multipart.FormData] = new() { Schema = form };
            operation.RequestBody = body;
        });

    /// <summary>It may say which version it has seen.</summary>
    public static RouteHandlerBuilder Matches(this RouteHandlerBuilder route) =>
        route.Says((operation, document) => operation.Takes(ParameterLocation.Header, Version).Fails(document, 412));

    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, Action<OpenApiOperation, OpenApiDocument> say) =>
        route.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            say(operation, context.Document!);
            return Task.CompletedTask;
        });

    public static void Asks(this OpenApiOperation operation, OpenApiDocument document, params IEnumerable<Member> query)
    {
        var after = Optional("after", Text().Meaning("A command's token: what is read includes it."));
        operation.Takes(ParameterLocation.Query, [.. query, after]).Fails(document, 400, 401, 403, 404, 503);
    }

    public static OpenApiOperation Sends(this OpenApiOperation operation, IOpenApiSchema body)
    {
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Json(body) };
        return operation;
    }

    public static OpenApiOperation Takes(this OpenApiOperation operation, ParameterLocation place, params IEnumerable<Member> members)
    {
        operation.Parameters ??= [];
        foreach (var it in members)
            operation.Parameters.Add(new OpenApiParameter { Name = it.Name, In = place, Required = it.IsNeeded, Schema = it.Shape });
        return operation;
    }

    public static OpenApiOperation Fails(this OpenApiOperation operation, OpenApiDocument document, params IEnumerable<int> statuses)
    {
        operation.Responses ??= [];
        foreach (var status in statuses)
        {
            var problem = new OpenApiResponseReference(ProblemShapes.NameOf(status), document);
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = problem;
        }
        return operation;
    }

    public static void Gives(this OpenApiOperation operation, string status, string description, IOpenApiSchema shape) =>
        (operation.Responses ??= [])[status] = new OpenApiResponse { Description = description, Content = Json(shape) };

    /// <summary>A header of the answer.</summary>
    static void Tells(this OpenApiOperation operation, string status, string header, OpenApiSchema shape)
    {
        var answer = (OpenApiResponse)operation.Responses![status];
        (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[header] = new OpenApiHeader { Schema = shape };
    }

    public static Member Name { get; } =
        Needed(CommandName.Header, Like("^[!-~]{8,64}$").Meaning("The same content under the same key is carried out once."));

    static Member Version { get; } = Optional(IfMatch.Header, Like("^\"[0-9]+\"$"));

    static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema shape) =>
        new() { [MediaTypeNames.Application.Json] = new OpenApiMediaType { Schema = shape } };
}
