using Npgsql;
using NpgsqlTypes;

namespace Pst.Projections;

/// <summary>The statements that keep the guards, for the batch that appends the events.</summary>
public static class GuardSql
{
    const string OpenVisit = "insert into pst.guard_visit (tenant_id, visit, channel, day) values ($1, $2, $3, $4)";
    const string GiveTicket = "insert into pst.guard_ticket (tenant_id, visit, service, day, number) values ($1, $2, $3, $4, $5)";
    const string PutInside = "update pst.guard_visit set visitor = $3 where tenant_id = $1 and visit = $2";
    const string TakeLocker = "insert into pst.guard_locker (tenant_id, visit, locker, item) values ($1, $2, $3, $4)";
    const string FreeLocker = "delete from pst.guard_locker where tenant_id = $1 and visit = $2 and locker = $3";

    const string CopySheets = """
        insert into pst.guard_copies (tenant_id, visit, version, day, sheets, visitor)
        select $1, $2, $3, $4, $5, visitor from pst.guard_visit where tenant_id = $1 and visit = $2
        """;

    const string CorrectSheets = "update pst.guard_copies set sheets = $4 where tenant_id = $1 and visit = $2 and version = $3";
    const string TakeSheetsBack = "delete from pst.guard_copies where tenant_id = $1 and visit = $2 and version = $3";
    const string CloseVisit = "delete from pst.guard_visit where tenant_id = $1 and visit = $2";
    const string FreeLockers = "delete from pst.guard_locker where tenant_id = $1 and visit = $2";
    const string GiveSheetsBack = "delete from pst.guard_copies where tenant_id = $1 and visit = $2";

    const string JoinRecord = "insert into pst.guard_person (tenant_id, visitor, person) values ($1, $2, $3)";
    const string PartRecord = "delete from pst.guard_person where tenant_id = $1 and visitor = $2";

    const string HoldRecord = "insert into pst.guard_hold (tenant_id, visitor) values ($1, $2)";
    const string LiftHold = "delete from pst.guard_hold where tenant_id = $1 and visitor = $2";
    const string KnowErasure = "insert into pst.guard_erasure (tenant_id, erasure, stream) values ($1, $2, $3)";
    const string NumberComplaint = "insert into pst.guard_complaint (tenant_id, complaint, day, number) values ($1, $2, $3, $4)";

    const string NumberSoftcopy = "insert into pst.guard_softcopy (tenant_id, request, year, number) values ($1, $2, $3, $4)";

    const string PutOffice = """
        insert into pst.guard_office (tenant_id, version, document) values ($1, $2, $3)
        on conflict (tenant_id) do update set version = excluded.version, document = excluded.document
        """;

    /// <summary>What a change of a visit's guards is in SQL.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(GuardChange change, OfficeCode office, VisitId visit)
    {
        NpgsqlBatchCommand Run(string sql, params ReadOnlySpan<object> values) => Command(sql, [office.Value, visit.Value, .. values]);

        return change switch
        {
            GuardChange.VisitOpened it => [Run(OpenVisit, (short)it.Channel, it.Day)],
            GuardChange.TicketGiven it => [Run(GiveTicket, (short)it.Ticket.Service, it.Day, it.Ticket.Number)],
            GuardChange.VisitorInside it => [Run(PutInside, it.Visitor.Value)],
            GuardChange.LockerTaken it => [Run(TakeLocker, it.Locker.Name, it.Item)],
            GuardChange.LockerFreed it => [Run(FreeLocker, it.Locker.Name)],
            GuardChange.SheetsCopied it => [Run(CopySheets, it.Version, it.Day, it.Sheets)],
            GuardChange.SheetsCorrected it => [Run(CorrectSheets, it.Version, it.Sheets)],
            GuardChange.SheetsTakenBack it => [Run(TakeSheetsBack, it.Version)],
            GuardChange.VisitClosed => [Run(CloseVisit)],
            GuardChange.VisitVoided => [Run(CloseVisit), Run(FreeLockers), Run(GiveSheetsBack)],
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }

    /// <summary>What an event of a visitor's record means: for which other it counts, whether it is held, that it was erased.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(VisitorEvent happened, OfficeCode office, VisitorId record) => happened switch
    {
        RecordsJoined joined => [Command(JoinRecord, [office.Value, record.Value, joined.To.Value])],
        RecordsParted => [Command(PartRecord, [office.Value, record.Value])],
        DataHeld => [Command(HoldRecord, [office.Value, record.Value])],
        HoldLifted => [Command(LiftHold, [office.Value, record.Value])],
        DataErased erased => [Command(KnowErasure, [office.Value, erased.Erasure, record.Value])],
        _ => [],
    };

    /// <summary>What an event of how the office keeps personal data means: that something was destroyed.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(RetentionEvent happened, OfficeCode office) =>
        happened is RecordsDestroyed destroyed
            ? [Command(KnowErasure, [office.Value, destroyed.Erasure, office.RetentionStreamId])] : [];

    /// <summary>What an event of a complaint means: that its code is given.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(ComplaintEvent happened, OfficeCode office, ComplaintId complaint) =>
        happened is ComplaintReceived { Code: var code }
            ? [Command(NumberComplaint, [office.Value, complaint.Value, code.Day, code.Number])] : [];

    /// <summary>What an event of a softcopy's request means: that its number is given.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(SoftcopyEvent happened, OfficeCode office, SoftcopyId request) =>
        happened is SoftcopyAsked { Number: var number }
            ? [Command(NumberSoftcopy, [office.Value, request.Value, number.Year, number.Number])] : [];

    /// <summary>The office as its events have made it.</summary>
    /// <param name="document">The <see cref="OfficeState"/> as <see cref="StoredJson"/> writes it.</param>
    public static NpgsqlBatchCommand Office(OfficeCode office, long version, string document)
    {
        var command = Command(PutOffice, [office.Value, version]);
        command.Parameters.Add(new() { Value = document, NpgsqlDbType = NpgsqlDbType.Jsonb });
        return command;
    }

    /// <summary>A statement with its values.</summary>
    public static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
