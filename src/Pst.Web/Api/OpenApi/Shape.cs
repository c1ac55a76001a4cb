using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>
/// What a JSON value may be, as JSON Schema says it. The readers of bodies and addresses hold these rules; here others are told.
/// </summary>
internal static class Shape
{
    public static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
    public static OpenApiSchema Text(int max) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = max };
    public static OpenApiSchema Like(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };
    public static OpenApiSchema Formatted(string format) => new() { Type = JsonSchemaType.String, Format = format };
    public static OpenApiSchema Date() => Formatted("date");
    public static OpenApiSchema Instant() => Formatted("date-time");
    public static OpenApiSchema Flag() => new() { Type = JsonSchemaType.Boolean };
    public static OpenApiSchema Yes() => new() { Type = JsonSchemaType.Boolean, Enum = [JsonValue.Create(true)] };

    public static OpenApiSchema Number(int min, int? max = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = min.ToString(CultureInfo.InvariantCulture),
        Maximum = max?.ToString(CultureInfo.InvariantCulture),
    };

    public static OpenApiSchema Word<TEnum>() where TEnum : struct, Enum => OneOf(Words.All<TEnum>());

    public static OpenApiSchema OneOf(IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(it => JsonValue.Create(it))] };

    public static OpenApiSchema Either(params IEnumerable<OpenApiSchema> shapes) => new() { AnyOf = [.. shapes] };

    public static OpenApiSchema List(IOpenApiSchema entries, int? max = null) =>
        new() { Type = JsonSchemaType.Array, Items = entries, MaxItems = max };

    /// <summary>Has these members and no others.</summary>
    public static OpenApiSchema Object(params IEnumerable<Member> members)
    {
        var all = members.ToList();
        return new()
        {
            Type = JsonSchemaType.Object,
            Properties = all.ToDictionary(it => it.Name, it => it.Shape),
            Required = all.Where(it => it.IsNeeded).Select(it => it.Name).ToHashSet(),
            AdditionalPropertiesAllowed = false,
        };
    }

    public static Member Needed(string name, IOpenApiSchema shape) => new(name, shape, IsNeeded: true);
    public static Member Optional(string name, IOpenApiSchema shape) => new(name, shape, IsNeeded: false);

    public static OpenApiSchema OrNull(this OpenApiSchema shape)
    {
        shape.Type |= JsonSchemaType.Null;
        if (shape.Enum is { } words) shape.Enum = [.. words, JsonNullSentinel.JsonNull];
        return shape;
    }

    public static OpenApiSchema Meaning(this OpenApiSchema shape, string description)
    {
        shape.Description = description;
        return shape;
    }
}

/// <summary>A named part of an object, an address or a header.</summary>
internal sealed record Member(string Name, IOpenApiSchema Shape, bool IsNeeded);
