using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>An event's data as the API shows it: the reasons that it refers to are put in, or null where they were erased.</summary>
public static class EventJson
{
    /// <summary>The texts in the vault that the event refers to and that are shown with it.</summary>
    public static IEnumerable<Guid> Reasons(object data) => data switch
    {
        Arrived { Override.Reason: var reason } => [reason],
        CopiesMade { Override.Reason: var reason } => [reason],
        IdReturned { Override.Reason: var reason } => [reason],
        IdLost { Reason: var reason } => [reason],
        IdHandedOver { Reason: var reason } => [reason],
        BagLeft { Reason: var reason } => [reason],
        LockerJammed { Reason: var reason } => [reason],
        IncidentResolved { Reason: var reason } => [reason],
        EntryCorrected { Reason: var reason } => [reason],
        Voided { Reason: var reason } => [reason],
        LockerPutOutOfOrder { Reason: var reason } => [reason],
        _ => [],
    };

    /// <param name="texts">From the vault, by reference.</param>
    public static JsonObject Of(object data, Zone zone, IReadOnlyDictionary<Guid, string> texts)
    {
        var json = JsonSerializer.SerializeToNode(data, data.GetType(), ApiJson.In(zone))!.AsObject();
        foreach (var reason in Reasons(data))
            (json["override"] as JsonObject ?? json)["reason"] = texts.GetValueOrDefault(reason);
        return json;
    }
}
