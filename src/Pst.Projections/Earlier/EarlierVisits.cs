using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What did somebody come for before? Whose visits these are is the vault's to know.</summary>
public sealed class EarlierVisits(ProjectionTables tables)
{
    internal static string Named(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 and stream_id = any ($2) and arrived_at < $3";

    /// <summary>Those of the named visits that began before a moment and were not entered by mistake, the newest first.</summary>
    public async Task<IReadOnlyList<EarlierVisit>> ShowAsync(
        OfficeCode office, IReadOnlyCollection<VisitId> visits, DateTimeOffset before, CancellationToken cancel)
    {
        if (visits.Count == 0) return [];
        Guid[] ids = [.. visits.Select(it => it.Value)];
        var rows = await tables.ReadAsync(
            Visits.Projection, office,
            table => Statement.Of(Named(table)).With(office.Value).With(ids).With(before.ToUniversalTime()), cancel);
        return
        [
            .. rows.Where(it => !it.Row.IsVoided).OrderByDescending(it => it.Row.ArrivedAt).ThenBy(it => it.Visit.Value)
                .Select(it => new EarlierVisit(it.Visit, it.Row.ArrivedAt, it.Row.Service, it.Row.Signed?.Purpose, it.Row.Status)),
        ];
    }
}

/// <param name="Purpose">By the code book; null where the guestbook was not signed.</param>
public sealed record EarlierVisit(VisitId Visit, DateTimeOffset ArrivedAt, ServiceCode Service, int? Purpose, VisitStatus Status);
