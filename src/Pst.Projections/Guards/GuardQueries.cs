using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What a decision asks of the guards; each travels in the batch that loads the visit, after the office is locked.</summary>
public static class GuardQueries
{
    // The document is sent only to a node that does not have this version of it yet.
    const string LookAtOffice = """
        select version, case when version = $2 then null else document::text end from pst.guard_office where tenant_id = $1
        """;

    const string LockOffice = $"{LookAtOffice} for update";

    const string Tickets = """
        select day, max(number) from pst.guard_ticket where tenant_id = $1 and service = $2 and day between $3 and $4 group by day
        """;

    const string Complaints = "select coalesce(max(number), 0) from pst.guard_complaint where tenant_id = $1 and day = $2";

    const string Softcopies = "select coalesce(max(number), 0) from pst.guard_softcopy where tenant_id = $1 and year = $2";

    const string Holder = "select visit from pst.guard_locker where tenant_id = $1 and locker = $2";

    // As an array the records are found first, whatever the planner thought of tables that were still empty.
    const string Copies = """
        select visit, day, sheets from pst.guard_copies
        where tenant_id = $1 and (visit = $2 or day between $3 and $4) and visitor = any(array(
            select record from pst.guard_visit mine cross join lateral pst.records_of($1, mine.visitor) record
            where mine.tenant_id = $1 and mine.visit = $2))
        """;

    // Also of a visit that has ended, which no guard remembers.
    const string Elsewhere = """
        select exists (
            select from pst.mt_events signed
            join pst.mt_events arrived on arrived.tenant_id = $1 and arrived.stream_id = $2 and arrived.version = 1
            join pst.guard_visit other on other.tenant_id = $1 and other.visit <> $2
                and other.visitor in (select pst.records_of($1, (signed.data ->> 'VisitorId')::uuid))
                and other.channel = (arrived.data ->> 'Channel')::smallint
            where signed.tenant_id = $1 and signed.stream_id = $2 and signed.type = 'guestbook_signed')
        """;

    const string OpenVisits = """
        select visit from pst.guard_visit
        where tenant_id = $1 and day <= $2
          and ($3::timestamptz is null or $3 > (select created from pst.mt_streams s where s.tenant_id = $1 and s.id = visit))
        order by visit
        """;

    const string Records = """
        select (select person from pst.guard_person where tenant_id = $1 and visitor = $2),
            exists (select from pst.guard_person where tenant_id = $1 and person = $2)
        """;

    const string BothInside = """
        select exists (
            select from pst.guard_visit mine
            join pst.guard_visit other on other.tenant_id = $1 and other.channel = mine.channel
                and other.visitor in (select pst.records_of($1, $3))
            where mine.tenant_id = $1 and mine.visitor in (select pst.records_of($1, $2)))
        """;

    const string Held = "select exists (select from pst.guard_hold where tenant_id = $1 and visitor = $2)";
    const string OccupiedLockers = "select locker from pst.guard_locker where tenant_id = $1";
    const string AnyVisit = "select exists (select from pst.mt_streams where tenant_id = $1 and id <> $2)";

    /// <summary>Locks the office for this transaction; no row is an office that does not exist.</summary>
    /// <param name="known">The version that the caller has already, 0 for none.</param>
    /// <param name="found">Takes the version, and the document where it is another.</param>
    public static BatchQuery Lock(OfficeCode office, long known, Action<long, string?> found) =>
        Rows(LockOffice, [office.Value, known], row => found(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)));

    /// <summary>The same without a lock, for those who only look.</summary>
    public static BatchQuery Look(OfficeCode office, long known, Action<long, string?> found) =>
        Rows(LookAtOffice, [office.Value, known], row => found(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1)));

    /// <summary>The last ticket number by day, over the days around a moment.</summary>
    public static BatchQuery LastTickets(OfficeCode office, ServiceCode service, DateOnly around, Dictionary<DateOnly, int> found) =>
        Rows(Tickets, [office.Value, (short)service, around.AddDays(-1), around.AddDays(1)],
            row => found.Add(row.GetFieldValue<DateOnly>(0), row.GetInt32(1)));

    /// <summary>The last number that a complaint of a day was given, 0 before the first.</summary>
    public static BatchQuery LastComplaint(OfficeCode office, DateOnly day, Action<int> found) =>
        Rows(Complaints, [office.Value, day], row => found(row.GetInt32(0)));

    /// <summary>The last number of a softcopy that the office gave in a year.</summary>
    public static BatchQuery LastSoftcopy(OfficeCode office, int year, Action<int> found) =>
        Rows(Softcopies, [office.Value, year], row => found(row.GetInt32(0)));

    public static BatchQuery LockerHolder(OfficeCode office, Locker locker, Action<VisitId> found) =>
        Rows(Holder, [office.Value, locker.Name], row => found(new(row.GetGuid(0))));

    /// <summary>The visitor's sheets in the month before and after a moment, and in this visit.</summary>
    public static BatchQuery CopiesOf(OfficeCode office, VisitId visit, DateOnly around, List<CopiedSheets> found) =>
        Rows(Copies, [office.Value, visit.Value, around.AddDays(-32), around.AddDays(32)],
            row => found.Add(new(new(row.GetGuid(0)), row.GetFieldValue<DateOnly>(1), row.GetInt32(2))));

    /// <summary>Whether the visit's visitor has another open visit on its channel.</summary>
    public static BatchQuery IsElsewhere(OfficeCode office, VisitId visit, Action<bool> found) =>
        Rows(Elsewhere, [office.Value, visit.Value], row => found(row.GetBoolean(0)));

    /// <summary>The open visits that arrived on a day or before it.</summary>
    /// <param name="recordedBefore">Only those that were recorded before this moment; null for all.</param>
    public static BatchQuery OpenVisitsUntil(OfficeCode office, DateOnly day, DateTimeOffset? recordedBefore, List<VisitId> found) =>
        Rows(
            OpenVisits, [office.Value, day, (object?)recordedBefore?.ToUniversalTime() ?? DBNull.Value],
            row => found.Add(new(row.GetGuid(0))));

    /// <summary>For a visitor's record: for which it counts, where it is joined, and whether others count for it.</summary>
    public static BatchQuery Standing(OfficeCode office, VisitorId record, Action<VisitorId?, bool> found) =>
        Rows(Records, [office.Value, record.Value], row => found(row.IsDBNull(0) ? null : new(row.GetGuid(0)), row.GetBoolean(1)));

    /// <summary>Whether a visitor's record is under a legal hold.</summary>
    public static BatchQuery IsHeld(OfficeCode office, VisitorId record, Action<bool> found) =>
        Rows(Held, [office.Value, record.Value], row => found(row.GetBoolean(0)));

    /// <summary>Whether the persons of two records are inside at once, on one channel.</summary>
    public static BatchQuery AreBothInside(OfficeCode office, VisitorId one, VisitorId other, Action<bool> found) =>
        Rows(BothInside, [office.Value, one.Value, other.Value], row => found(row.GetBoolean(0)));

    public static BatchQuery LockersInUse(OfficeCode office, HashSet<Locker> found) =>
        Rows(OccupiedLockers, [office.Value], row => found.Add(new(row.GetString(0))));

    public static BatchQuery HasVisits(OfficeCode office, Action<bool> found) =>
        Rows(AnyVisit, [office.Value, office.StreamId], row => found(row.GetBoolean(0)));

    static BatchQuery Rows(string sql, ReadOnlySpan<object> values, Action<NpgsqlDataReader> read) =>
        new(GuardSql.Command(sql, values), async (rows, cancel) =>
        {
            while (await rows.ReadAsync(cancel)) read(rows);
        });
}

/// <summary>Sheets that a visitor had copied, as corrected.</summary>
/// <param name="Day">The office-local day.</param>
public readonly record struct CopiedSheets(VisitId Visit, DateOnly Day, int Sheets)
{
    /// <summary>Whether they count in the window that a day of a visit lies in.</summary>
    public bool IsIn(CopyWindow window, VisitId visit, DateOnly day) => window switch
    {
        CopyWindow.Visit => Visit == visit,
        CopyWindow.Day => Day == day,
        _ => (Day.Year, Day.Month) == (day.Year, day.Month),
    };
}
