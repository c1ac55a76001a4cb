using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>
/// An event of a small stream as the API shows it: what was written stands where the event refers to it, or null where it was erased.
/// A bare id is such a reference; what else has an id has a type of its own, but for the account that answers for an action.
/// </summary>
internal static class StreamJson
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>The texts in the vault that the event refers to.</summary>
    public static IEnumerable<Guid> Texts(object data) => ReferencesOf(data).Select(it => it.GetValue(data)).OfType<Guid>();

    /// <param name="texts">From the vault, by reference.</param>
    public static JsonObject Of(object data, Zone zone, IReadOnlyDictionary<Guid, string> texts)
    {
        var json = JsonSerializer.SerializeToNode(data, data.GetType(), ApiJson.In(zone))!.AsObject();
        foreach (var member in ReferencesOf(data))
        {
            json.Remove(NameOf(member.Name));
            json[NameOf(member.Name.EndsWith("Ref", StringComparison.Ordinal) ? member.Name[..^3] : member.Name)] =
                member.GetValue(data) is Guid reference ? texts.GetValueOrDefault(reference) : null;
        }
        return json;
    }

    static string NameOf(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);

    static PropertyInfo[] ReferencesOf(object data) => Members.GetOrAdd(data.GetType(), type =>
    [
        .. type.GetProperties().Where(it =>
            (it.PropertyType == typeof(Guid) || it.PropertyType == typeof(Guid?)) && it.Name != nameof(FollowUpOpened.Owner)),
    ]);
}
