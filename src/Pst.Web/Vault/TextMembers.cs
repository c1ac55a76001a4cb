using System.Text.Json.Serialization.Metadata;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Vault;

/// <summary>
/// Where events refer to texts, told by their types: in every member that is a bare id. What else has an id has a type of its own, or an id
/// that is not made from words.
/// </summary>
static class TextMembers
{
    // With what was erased of a visitor's record, reasons go that no event binds to it.
    static readonly ILookup<string, string> ByAlias = StoredEvents.Types.Aliases
        .Select(it => (Alias: it, Type: StoredEvents.Types.TypeOf(it)))
        .Where(it => !it.Type.IsAssignableTo(typeof(VisitorEvent)))
        .SelectMany(it => NamesIn(it.Type).Select(name => (it.Alias, Name: name))).ToLookup(it => it.Alias, it => it.Name);

    /// <summary>The aliases of all events that refer to texts, but of visitors' records.</summary>
    public static IEnumerable<string> Aliases => ByAlias.Select(it => it.Key);

    /// <summary>The names of the members that do.</summary>
    public static IEnumerable<string> Names => ByAlias.SelectMany(it => it).Distinct();

    static IEnumerable<string> NamesIn(Type type) => StoredJson.Options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } it => it.Properties.SelectMany(member =>
            (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) == typeof(Guid)
                ? [member.Name] : NamesIn(member.PropertyType)),
        _ => type.GenericTypeArguments.SelectMany(NamesIn),
    };
}
