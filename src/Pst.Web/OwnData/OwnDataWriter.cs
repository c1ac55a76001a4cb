using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>The one write path of what visitors ask about their own data, and of what the office answers.</summary>
public sealed class OwnDataWriter(StreamCommands commands)
{
    const string Known = "select exists (select from vault.visitor where tenant_id = $1 and visitor = $2)";

    // In place of the old ones: of these nothing is kept but what was signed at each visit.
    const string Replace = """
        update vault.visitor set name = $3, phone = $4, whatsapp = $5, institution = $6, survey_contact = $7, salt = $8
        where tenant_id = $1 and visitor = $2
        """;

    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync(OwnDataRequest request, CancellationToken cancel)
    {
        var (office, record, isKnown) = (request.Office, request.Record.Value, false);
        return commands.SendAsync(
            new StreamCommand<VisitorEvent>(
                office, record, request.Caller, request.Id, found => OwnDataDecider.Decide(
                    request.Command, OwnDataState.Of(found.Stream.Events.Select(it => (it.Version, it.Data)), isKnown), found.Now))
            {
                Facts = () =>
                [
                    new(GuardSql.Command(Known, [office.Value, record]), async (rows, stop) =>
                        isKnown = await rows.ReadAsync(stop) && rows.GetBoolean(0)),
                ],
                Guards = (_, _) => request.Details is { } details ? [Replaced(request, details)] : [],
                Entries = request.Entries,
                Beside = request.Beside,
            }, cancel);
    }

    static NpgsqlBatchCommand Replaced(OwnDataRequest request, SaltedDetails it)
    {
        static object Or(string? text) => (object?)text ?? DBNull.Value;
        var (to, salt) = (it.Details, it.Salt);
        return GuardSql.Command(
            Replace, [request.Office.Value, request.Record.Value, to.Name, Or(to.Phone), Or(to.Whatsapp), Or(to.Institution),
                to.SurveyContact, salt]);
    }
}

/// <summary>One command on a visitor's own data.</summary>
/// <param name="Beside">A visit of theirs, beside which what was written lies in the vault, so that it goes when that goes.</param>
/// <param name="Entries">What was written.</param>
public sealed record OwnDataRequest(
    OfficeCode Office, VisitorId Record, OwnDataCommand Command, Caller Caller, CommandId Id, VisitId? Beside,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>What the record says from now on; null where it stays as it is.</summary>
    public SaltedDetails? Details { get; init; }
}

/// <summary>Details with what their commitment is salted by.</summary>
public sealed record SaltedDetails(ChangedDetails Details, byte[] Salt);
