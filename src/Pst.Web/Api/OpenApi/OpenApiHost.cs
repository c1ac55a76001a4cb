using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>: made from the routes and from what is said where they are laid.</summary>
internal static class OpenApiHost
{
    const string Key = "key";

    static readonly ParsableJsonConverterFactory Ids = new();

    public static void AddDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(it => ApiJson.Configure(it.SerializerOptions));
        services.AddOpenApi("v1", it =>
        {
            it.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            it.CreateSchemaReferenceId = type => IsSpelled(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            it.AddDocumentTransformer((document, _, _) => Begin(document));
            it.AddSchemaTransformer((schema, context, _) =>
            {
                Spell(schema, context.JsonTypeInfo.Type);
                if (context.JsonTypeInfo.ElementType is { } entry && IsSpelled(entry)) schema.Items = Spell(new(), entry);
                return Task.CompletedTask;
            });
        });
    }

    public static void MapDescription(this WebApplication app) => app.MapOpenApi().AllowAnonymous();

    static Task Begin(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Pelayanan Statistik Terpadu",
            Version = "v1",
            Description = "Checked in this order: 401, 404 (office), 403, 400, 422, 412, 409. In a body, null is the same as absent.",
        };
        document.Servers = [];
        document.AddComponent<IOpenApiSecurityScheme>(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" });
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        document.AddComponent<IOpenApiSchema>(nameof(OfficeShapes.Standard), OfficeShapes.Standard);
        document.AddComponent<IOpenApiSchema>("Office", OfficeShapes.File);
        foreach (var (status, answer) in ProblemShapes.All) document.AddComponent<IOpenApiResponse>(ProblemShapes.NameOf(status), answer);
        return Task.CompletedTask;
    }

    // What is written by a converter of its own says nothing of itself: choices are words, ids are text.
    static OpenApiSchema Spell(OpenApiSchema schema, Type written)
    {
        var type = Nullable.GetUnderlyingType(written) ?? written;
        if (type.IsEnum) (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetValues(type).Cast<object>().Select(WordOf)]);
        if (Ids.CanConvert(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, IsUuid(type) ? "uuid" : null);
        if (type == typeof(Ratings)) (schema.Type, schema.AdditionalProperties) = (JsonSchemaType.Object, Shape.Number(1, 4));
        if (type != written && IsSpelled(written)) schema.OrNull();
        return schema;
    }

    static bool IsSpelled(Type written) =>
        (Nullable.GetUnderlyingType(written) ?? written) is { } type && (type.IsEnum || Ids.CanConvert(type));

    static bool IsUuid(Type type) =>
        type == typeof(VisitId) || type == typeof(VisitorId) || type == typeof(ComplaintId) || type == typeof(FollowUpId)
        || type == typeof(SoftcopyId) || type == typeof(AppointmentId);

    static JsonNode WordOf(object choice) => JsonSerializer.SerializeToNode(choice, choice.GetType(), ApiJson.Options)!;
}
