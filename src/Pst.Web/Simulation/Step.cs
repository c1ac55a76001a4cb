using System.Text.Json;
using System.Text.Json.Serialization;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Simulation;

/// <summary>One simulated command, as api.md writes it, at the moment at which it is given.</summary>
/// <param name="Number">Its place among the visit's own, so that each has an id of its own.</param>
internal sealed record Step(DateTimeOffset At, VisitId Visit, int Number, Caller By, string Command, JsonElement Body);

/// <summary>What is done in one visit, put down step by step.</summary>
internal sealed class Script(VisitId visit)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    static readonly object Nothing = new { };

    readonly List<Step> steps = [];

    public IReadOnlyList<Step> Steps => steps;

    /// <param name="body">Named as in C#; it is written as the API wants it.</param>
    /// <param name="occurred">When it happened, for what is entered late.</param>
    /// <returns>The version at which it leaves the visit, unless something earlier is still added.</returns>
    public int Add(DateTimeOffset at, Caller by, string command, object? body = null, DateTimeOffset? occurred = null)
    {
        steps.Add(new(at, visit, steps.Count + 1, by, command, BodyOf(body ?? Nothing, occurred)));
        return steps.Count(it => it.At <= at);
    }

    static JsonElement BodyOf(object body, DateTimeOffset? occurred)
    {
        if (occurred is not { } at) return JsonSerializer.SerializeToElement(body, body.GetType(), Json);
        var fields = JsonSerializer.SerializeToNode(body, body.GetType(), Json)!.AsObject();
        fields["occurredAt"] = at.ToString("O");
        return JsonSerializer.SerializeToElement(fields);
    }

    /// <summary>A wrong tap, taken back a moment later.</summary>
    public void AddMistake(DateTimeOffset at, Caller by, string command)
    {
        var version = Add(at, by, command);
        Add(at.AddSeconds(4), by, "undo", new { EventVersion = version });
    }
}
