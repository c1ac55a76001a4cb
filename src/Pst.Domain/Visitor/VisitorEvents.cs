namespace Pst.Domain;

/// <summary>
/// What can happen to a visitor as the office knows them: one person over all their visits. Stored for ever under the type's name in
/// snake_case. Who did it and when stand in the envelope; what it is about lies in the vault.
/// </summary>
public abstract record VisitorEvent
{
    private protected VisitorEvent() { }
}

/// <summary>Somebody opened the visitor's personal data; who looks at whom is itself recorded (UU 27/2022).</summary>
public sealed record DetailsSeen : VisitorEvent;

/// <summary>This record is the same person as another: quota and presence count for both together from now on.</summary>
/// <param name="To">A record that is joined to none itself.</param>
public sealed record RecordsJoined(VisitorId To) : VisitorEvent;

/// <summary>They were not the same person after all: this record stands for itself again.</summary>
public sealed record RecordsParted : VisitorEvent;
