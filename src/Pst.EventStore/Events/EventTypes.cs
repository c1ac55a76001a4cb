using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Pst.EventStore;

/// <summary>
/// Every type of event that can be stored or read, each under its alias: the type's name in snake_case, as Marten makes it.
/// The list is given, not scanned for, and an alias once used is never given to another type.
/// </summary>
public sealed class EventTypes
{
    readonly FrozenDictionary<string, JsonTypeInfo> byAlias;
    readonly FrozenDictionary<Type, Named> byType;
    readonly FrozenDictionary<string, Func<JsonObject, JsonObject>> upcasts;

    /// <param name="json">How events are written and read; member names stay as they are in the type (PascalCase).</param>
    /// <param name="types">The types, each name once over all streams.</param>
    public EventTypes(JsonSerializerOptions json, params IEnumerable<Type> types)
        : this([.. types.Select(json.GetTypeInfo)], FrozenDictionary<string, Func<JsonObject, JsonObject>>.Empty) { }

    EventTypes(IReadOnlyCollection<JsonTypeInfo> contracts, FrozenDictionary<string, Func<JsonObject, JsonObject>> upcasts)
    {
        byAlias = contracts.ToFrozenDictionary(contract => Alias(contract.Type), StringComparer.Ordinal);
        byType = contracts.ToFrozenDictionary(contract => contract.Type, contract => new Named(Alias(contract.Type), contract));
        this.upcasts = upcasts;
    }

    /// <summary>Every alias that can be read.</summary>
    public IReadOnlyCollection<string> Aliases => byAlias.Keys;

    /// <summary>The same types, with a way to read what was stored before the type had its present shape.</summary>
    /// <param name="alias">The event whose stored JSON is changed as it is read. What lies in the store stays.</param>
    /// <param name="upcast">Old JSON to new; it also meets JSON that is new already and gives that back as it is.</param>
    public EventTypes Upcast(string alias, Func<JsonObject, JsonObject> upcast)
    {
        if (!byAlias.ContainsKey(alias))
            throw new UnknownEventTypeException(alias);

        var more = new Dictionary<string, Func<JsonObject, JsonObject>>(upcasts, StringComparer.Ordinal);
        more[alias] = upcasts.TryGetValue(alias, out var first) ? old => upcast(first(old)) : upcast;
        return new([.. byAlias.Values], more.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The name under which events of this type are stored.</summary>
    public string AliasOf(Type type) => Known(type).Alias;

    /// <summary>The type whose events are stored under this name.</summary>
    /// <exception cref="UnknownEventTypeException">Nobody knows the alias.</exception>
    public Type TypeOf(string alias) => Contract(alias).Type;

    /// <summary>What Marten finds the type by: its full name and its assembly's, without version.</summary>
    internal string DotNetNameOf(Type type) => Known(type).DotNetName;

    internal string Write(object data) => JsonSerializer.Serialize(data, Known(data.GetType()).Contract);

    internal object Read(string alias, ReadOnlySpan<byte> json)
    {
        var contract = Contract(alias);
        var data = upcasts.TryGetValue(alias, out var upcast)
            ? upcast(JsonNode.Parse(json)!.AsObject()).Deserialize(contract)
            : JsonSerializer.Deserialize(json, contract);
        return data ?? throw new InvalidDataException($"An event '{alias}' is stored as null.");
    }

    JsonTypeInfo Contract(string alias) =>
        byAlias.TryGetValue(alias, out var contract) ? contract : throw new UnknownEventTypeException(alias);

    Named Known(Type type) =>
        byType.TryGetValue(type, out var named) ? named : throw new UnknownEventTypeException(type.Name);

    static string Alias(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    sealed record Named(string Alias, JsonTypeInfo Contract)
    {
        public string DotNetName { get; } = $"{Contract.Type.FullName}, {Contract.Type.Assembly.GetName().Name}";
    }
}
