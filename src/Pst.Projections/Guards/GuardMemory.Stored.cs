using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

public sealed partial class GuardMemory
{
    static readonly string[] VisitColumns = ["tenant_id", "visit", "channel", "day", "visitor"];
    static readonly string[] TicketColumns = ["tenant_id", "visit", "service", "day", "number"];
    static readonly string[] LockerColumns = ["tenant_id", "visit", "locker", "item"];
    static readonly string[] CopyColumns = ["tenant_id", "visit", "version", "day", "sheets", "visitor"];

    // Of visits that began since the last taking only what is left is stored; a change of an older one is a statement, as ever.
    readonly HashSet<VisitId> begun = [];
    readonly List<object?[]> given = [];
    readonly List<NpgsqlBatchCommand> statements = [];

    /// <summary>The visit begins now.</summary>
    public void Begin(VisitId visit) => begun.Add(visit);

    /// <summary>An event has changed the guards.</summary>
    public void Apply(VisitId visit, GuardChange change)
    {
        if (!begun.Contains(visit)) statements.AddRange(GuardSql.Of(change, office, visit));
        else if (change is GuardChange.TicketGiven it)
            given.Add([office.Value, visit.Value, (short)it.Ticket.Service, it.Day, it.Ticket.Number]);
        Move(visit, change);
    }

    /// <summary>The same of a complaint.</summary>
    public void Apply(ComplaintId complaint, ComplaintEvent happened) => statements.AddRange(GuardSql.Of(happened, office, complaint));

    /// <summary>The same of an appointment.</summary>
    public void Apply(AppointmentId appointment, AppointmentEvent happened) =>
        statements.AddRange(AppointmentBook.Of(happened, office, appointment));

    /// <summary>What is to be stored since this was asked last: statements, and then rows.</summary>
    public (IReadOnlyList<NpgsqlBatchCommand> Statements, IReadOnlyList<BulkRows> Rows) Take()
    {
        var taken = (statements.ToList(), new List<BulkRows>
        {
            new("pst.guard_visit", VisitColumns, [.. open.Where(it => begun.Contains(it.Key)).Select(Row)]),
            new("pst.guard_ticket", TicketColumns, [.. given]),
            new("pst.guard_locker", LockerColumns, [.. lockers.Where(it => begun.Contains(it.Value.Visit)).Select(Row)]),
            new("pst.guard_copies", CopyColumns, [.. copies.Where(it => begun.Contains(it.Key)).SelectMany(it => Rows(it.Key))]),
        });
        statements.Clear();
        given.Clear();
        begun.Clear();
        return taken;
    }

    object?[] Row(KeyValuePair<VisitId, OpenVisit> it) =>
        [office.Value, it.Key.Value, (short)it.Value.Channel, it.Value.Day, it.Value.Visitor?.Value];

    object?[] Row(KeyValuePair<Locker, (VisitId Visit, int Item)> it) =>
        [office.Value, it.Value.Visit.Value, it.Key.Name, it.Value.Item];

    IEnumerable<object?[]> Rows(VisitId visit) => copies[visit].Select(
        it => (object?[])[office.Value, visit.Value, it.Key, it.Value.Day, it.Value.Sheets, copying[visit].Value]);
}
