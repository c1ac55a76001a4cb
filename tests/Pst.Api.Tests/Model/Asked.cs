using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

/// <summary>A command on a visit, as somebody sends it.</summary>
/// <param name="WrongField">The field that was made wrong on purpose; null where all are in order.</param>
/// <param name="Seen">The version that the caller says to have seen.</param>
internal sealed record Asked(string Role, string Visit, string Command, JsonObject Body, string? WrongField = null, int? Seen = null)
{
    /// <summary>When it happened, where the caller says so.</summary>
    public DateTimeOffset? Said { get; init; }

    public string? Text(string field) => (string?)Body[field];
    public int? Number(string field) => (int?)Body[field];
    public bool Overrides => Body["override"] is not null;

    /// <summary>The body with the time in it.</summary>
    public string Json
    {
        get
        {
            var body = Body.DeepClone();
            if (Said is { } said) body["occurredAt"] = said.ToString("O");
            return body.ToJsonString();
        }
    }

    public override string ToString() => $"{Role}: {Command} {Json}{(Seen is { } seen ? $" If-Match {seen}" : "")} on {Visit[^6..]}";
}
