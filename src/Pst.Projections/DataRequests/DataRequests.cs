using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What do visitors ask about their own data, and how long has the office left?</summary>
public sealed class DataRequests(ProjectionTables tables)
{
    // Who asked long ago is answered; the others come first.
    const int Most = 200;

    /// <summary>A row a record of which something was ever asked: few are.</summary>
    public static Projection<DataRequestsRow> Projection { get; } = new(
        "data_requests", version: 1, [typeof(DataRequested), typeof(RequestSettled)], DataRequestsRow.After)
    {
        Columns = [Column.Of<DataRequestsRow, DateTimeOffset?>("due", "timestamptz", it => it.FirstDue)],
        Indexes = ["(tenant_id, due)"],
    };

    internal static string All(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 order by due nulls last, stream_id limit $2";

    internal static string Open(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 and due is not null order by due, stream_id limit $2";

    /// <summary>The office's requests: those that wait by what is left, then those that were settled, the last first.</summary>
    public async Task<IReadOnlyList<DataRequestLine>> ListAsync(OfficeCode office, CancellationToken cancel)
    {
        var lines = await LinesAsync(All, office, cancel);
        return
        [
            .. lines.Where(it => it.Request.Settled is null).OrderBy(it => it.Request.Due),
            .. lines.Where(it => it.Request.Settled is not null).OrderByDescending(it => it.Request.Settled),
        ];
    }

    /// <summary>How many wait.</summary>
    public async Task<int> CountOpenAsync(OfficeCode office, CancellationToken cancel) =>
        (await LinesAsync(Open, office, cancel)).Count(it => it.Request.Settled is null);

    async Task<List<DataRequestLine>> LinesAsync(Func<string, string> sql, OfficeCode office, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(Projection, office, it => Statement.Of(sql(it)).With(office.Value).With(Most), cancel);
        return [.. rows.SelectMany(it => it.Row.Requests.Select(request => new DataRequestLine(new(it.Visit.Value), request)))];
    }
}

/// <summary>A request with the record that it is about.</summary>
public sealed record DataRequestLine(VisitorId Visitor, DataRequest Request);
