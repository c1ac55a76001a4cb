using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Pages.History;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>
/// Reads one record for its own person: each address opens its own record, also where records were joined, for that was done by hand. First
/// it is recorded that it is opened.
/// </summary>
public sealed class OwnDataReads(
    PstDatabase database, Streams streams, OfficeMemory offices, ReadRecords records, Story story, TimeProvider clock)
{
    const string Details = """
        select name, email, phone, whatsapp, institution, survey_contact from vault.visitor where tenant_id = $1 and visitor = $2
        """;

    const string Signings = """
        select s.visit, s.name, s.email, s.phone, s.whatsapp, s.institution, s.disability_kind, s.survey_contact,
            array(select h.tail from vault.held_id h where h.tenant_id = $1 and h.visit = s.visit and h.tail is not null order by 1)
        from vault.signing s where s.tenant_id = $1 and s.visitor = $2
        """;

    const string Texts = "select id, body from vault.text where tenant_id = $1 and id = any ($2)";
    const string LastVisit = "select max(visit::text)::uuid from vault.signing where tenant_id = $1 and visitor = $2";

    /// <summary>Null where nothing is kept any more.</summary>
    /// <param name="purpose">Why it is opened.</param>
    public async Task<OwnRecord?> ReadAsync(OwnDataPass pass, ReadPurpose purpose, CancellationToken cancel)
    {
        var (office, visitor) = (pass.Office, pass.Visitor.Value);
        if (await offices.FindAsync(office, cancel) is not { } state) return null;
        if ((await RowsAsync(pass, Details, visitor, ReadDetails, cancel)).SingleOrDefault() is not { } details) return null;

        await records.RecordAsync(office, [pass.Visitor], purpose, pass.Caller, cancel);
        var signed = await RowsAsync(pass, Signings, visitor, ReadSigning, cancel);
        var events = await streams.ReadAsync(office.Value, [visitor, .. signed.Select(it => it.Visit)], cancel);
        var texts = (await RowsAsync(pass, Texts, References(events), row => (row.GetGuid(0), row.GetString(1)), cancel))
            .ToDictionary(it => it.Item1, it => it.Item2);
        var own = events.Where(it => it.Stream == visitor).ToList();
        return new(
            office.Value, state.Details.Name, state.Details.TimeZone.Id, clock.GetUtcNow(), details,
            [
                .. signed.Select(it => Told(it, [.. events.Where(step => step.Stream == it.Visit)], texts))
                    .OrderByDescending(it => it.Arrived),
            ],
            Requests(own, texts),
            [.. own.Where(it => it.Data is DetailsSeen).Reverse().Select(Look)]);
    }

    /// <summary>The visit beside which lies what a record's person writes; null where none is known.</summary>
    public async Task<VisitId?> LastVisitAsync(OwnDataPass pass, CancellationToken cancel) =>
        (await RowsAsync(pass, LastVisit, pass.Visitor.Value, row => row.IsDBNull(0) ? (VisitId?)null : new(row.GetGuid(0)), cancel))[0];

    OwnVisit Told(Signing it, IReadOnlyList<StoredEvent> events, Dictionary<Guid, string> texts)
    {
        var tickets = events.Select(step => step.Data switch { Arrived at => at.Ticket, Transferred to => to.Ticket, _ => null });
        var comment = events.Select(step => step.Data).OfType<Rated>().LastOrDefault()?.CommentRef;
        return new(
            it.Visit, tickets.LastOrDefault(ticket => ticket is not null)?.ToString(), events[0].Envelope.Occurred, it.Details, it.Tails,
            comment is { } text ? texts.GetValueOrDefault(text) : null,
            [
                .. events.Standing().Where(step => step.Data is not Undone).Select(step =>
                    new OwnStep(step.Envelope.Occurred, story.SentenceOf((VisitEvent)step.Data, seesRating: true))),
            ]);
    }

    static IReadOnlyList<OwnRequest> Requests(IReadOnlyList<StoredEvent> own, Dictionary<Guid, string> texts)
    {
        string? Text(Guid? id) => id is { } known ? texts.GetValueOrDefault(known) : null;
        var row = own.Where(it => it.Data is DataRequested or RequestSettled).Aggregate((DataRequestsRow?)null, DataRequestsRow.After);
        return
        [
            .. (row?.Requests ?? []).Reverse().Select(it =>
                new OwnRequest(it.Kind, it.Asked, it.Due, it.Settled, it.Outcome, Text(it.Words), Text(it.Reason))),
        ];
    }

    static OwnLook Look(StoredEvent stored)
    {
        var seen = (DetailsSeen)stored.Data;
        return new(stored.Envelope.Occurred, stored.Envelope.Role, seen.What, seen.Purpose);
    }

    // Their own words, and what they were answered; what staff noted is asked for by a request.
    static Guid[] References(IEnumerable<StoredEvent> events) =>
    [
        .. events.Select(it => it.Data switch
        {
            Rated rated => rated.CommentRef, DataRequested asked => asked.Words, RequestSettled settled => settled.Reason, _ => null,
        }).OfType<Guid>(),
    ];

    async Task<List<T>> RowsAsync<T>(OwnDataPass pass, string sql, object key, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        var query = GuardSql.Command(sql, [pass.Office.Value, key]);
        await using var rows = await OfficeReads.QueryAsync(database.App, pass.Office, query, cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    static OwnDetails ReadDetails(NpgsqlDataReader row) =>
        new(row.GetString(0), Text(row, 1), Text(row, 2), Text(row, 3), Text(row, 4), row.GetBoolean(5));

    static Signing ReadSigning(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new(row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), Text(row, 6), row.GetBoolean(7)),
        row.GetFieldValue<string[]>(8));

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    sealed record Signing(Guid Visit, OwnSigning Details, string[] Tails);
}
