using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to a visitor as the office knows them: one person over all their visits. Stored for ever under the type's name in
/// snake_case. Who did it and when stand in the envelope; what it is about lies in the vault.
/// </summary>
public abstract record VisitorEvent
{
    private protected VisitorEvent() { }
}

/// <summary>
/// Somebody opened the visitor's personal data; who looks at whom is itself recorded (UU 27/2022). What was recorded before more was asked
/// says that alone.
/// </summary>
/// <param name="ReasonRef">Why in particular: a text in the vault, where somebody typed one.</param>
/// <param name="Visit">The visit that it was about; null where it was about the person.</param>
public sealed record DetailsSeen(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Seen? What = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SeenFor? Purpose = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ReasonRef = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VisitId? Visit = null) : VisitorEvent;

/// <summary>This record is the same person as another: quota and presence count for both together from now on.</summary>
/// <param name="To">A record that is joined to none itself.</param>
public sealed record RecordsJoined(VisitorId To) : VisitorEvent;

/// <summary>They were not the same person after all: this record stands for itself again.</summary>
public sealed record RecordsParted : VisitorEvent;
