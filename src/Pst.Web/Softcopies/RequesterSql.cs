using Npgsql;
using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Softcopies;

/// <summary>Who asked for a softcopy in a visit is who signed its guestbook; nobody has to type, or to see, that again.</summary>
internal static class RequesterSql
{
    const string Keep = """
        insert into vault.complainant (tenant_id, visit, name, email, language)
        select s.tenant_id, $2, s.name, s.email, coalesce(v.language, 'id') from vault.signing s
        left join vault.visitor v on v.tenant_id = s.tenant_id and v.visitor = s.visitor
        where s.tenant_id = $1 and s.visit = $3
        on conflict do nothing
        """;

    /// <summary>Nothing where the request itself said who asks.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(SoftcopyEvent happened, SoftcopyOrder order) =>
        happened is SoftcopyAsked { Visit: { } visit }
            ? [GuardSql.Command(Keep, [order.Office.Value, order.Request.Value, visit.Value])] : [];
}
