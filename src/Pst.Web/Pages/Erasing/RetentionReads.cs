using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Erasing;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.Erasing;

/// <summary>What is to be destroyed soon, what is withheld, and what was destroyed. Of nobody more than that there is one.</summary>
public sealed class RetentionReads(PstDatabase database, Streams streams, TimeProvider clock)
{
    /// <summary>So many days before it happens, it is told.</summary>
    public const int DaysAhead = 14;

    const string HeldRecords = "select visitor from pst.guard_hold where tenant_id = $1 order by 1";
    const string Position = "select position from pst.log_leaf where seq_id = $1";

    /// <summary>What the schedule will destroy, by the night in which it does.</summary>
    public async Task<UpcomingDestruction> UpcomingAsync(OpenOffice office, CancellationToken cancel)
    {
        var (local, zone, today) = (office.State.Local, office.Zone, office.Zone.Day(clock.GetUtcNow()));
        var horizon = zone.At(local.ExpiredBefore(today.AddDays(DaysAhead)), TimeOnly.MinValue);
        var due = await Expired.ReadAsync(database.App, office.Code, horizon, cancel);
        var holds = (await StandingAsync(office.Code, cancel)).State;
        var days = due.Select(it => (Day: zone.Day(it.ArrivedAt), it.IsHeld)).ToList();
        var free = days.Where(it => !it.IsHeld && !holds.Withholds(it.Day)).ToList();
        var kept = today.DayNumber - local.ExpiredBefore(today).DayNumber;
        return new(
            [.. free.GroupBy(it => Later(it.Day.AddDays(kept + 1), today)).OrderBy(it => it.Key).Select(it => (it.Key, it.Count()))],
            days.Count - free.Count);
    }

    /// <summary>The office's holds over periods, and its Berita Acara, the newest first.</summary>
    public async Task<(Retention State, IReadOnlyList<BeritaAcara> Made)> StandingAsync(OfficeCode office, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Value, office.RetentionStreamId, cancel);
        var made = events.Where(it => it.Data is RecordsDestroyed)
            .Select(it => new BeritaAcara((RecordsDestroyed)it.Data, it.Envelope.Occurred, it.Sequence));
        return (Retention.Of(events.Select(it => (RetentionEvent)it.Data)), [.. made.Reverse()]);
    }

    /// <summary>The records of persons under a hold.</summary>
    public async Task<IReadOnlyList<VisitorId>> HeldAsync(OfficeCode office, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(
            database.App, office, GuardSql.Command(HeldRecords, [office.Value]), cancel);
        var found = new List<VisitorId>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetGuid(0)));
        return found;
    }

    /// <summary>One of them with its place in the log; null where there is none of that number.</summary>
    public async Task<BeritaAcaraPaper?> PaperAsync(OpenOffice office, int number, CancellationToken cancel)
    {
        if ((await StandingAsync(office.Code, cancel)).Made.FirstOrDefault(it => it.Told.Number == number) is not { } made) return null;
        await using var command = database.Worker.CreateCommand(Position);
        command.Parameters.Add(new() { Value = made.Sequence });
        return new(office, made, await command.ExecuteScalarAsync(cancel) as long?);
    }

    // What is late is destroyed in the coming night.
    static DateOnly Later(DateOnly day, DateOnly today) => day > today ? day : today.AddDays(1);
}

/// <param name="Nights">The day in whose first hours it happens, with how many visits.</param>
/// <param name="Withheld">How many a hold keeps.</param>
public sealed record UpcomingDestruction(IReadOnlyList<(DateOnly Night, int Visits)> Nights, int Withheld);

/// <summary>A Berita Acara Pemusnahan.</summary>
/// <param name="Sequence">Of the event that it tells of.</param>
public sealed record BeritaAcara(RecordsDestroyed Told, DateTimeOffset At, long Sequence);

/// <summary>The same as it is printed.</summary>
/// <param name="Position">In the log; null for the moment until it has one.</param>
public sealed record BeritaAcaraPaper(OpenOffice Office, BeritaAcara Made, long? Position)
{
    /// <summary>"BA-001/PST/1872/2026".</summary>
    public string Name => $"BA-{Made.Told.Number:D3}/PST/{Office.Code}/{Office.Zone.Day(Made.At).Year}";
}
