using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Hosting;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Desk;

/// <summary>
/// Joins the records of one person and parts them again. The other record is named by its contact; nobody looks through names.
/// </summary>
public sealed class VisitorRecords(PstDatabase database, VisitorWriter writer, EdgeKeys keys, IStringLocalizer<Sentences> text)
{
    const string ByContact = "select visitor from vault.visitor where tenant_id = $1 and contact = $2";
    const string Joined = "select exists (select from pst.guard_person where tenant_id = $1 and visitor = $2)";

    public async Task<bool> IsJoinedAsync(OfficeCode office, VisitorId record, CancellationToken cancel) =>
        await FirstAsync(office, Joined, record.Value, row => row.GetBoolean(0), cancel);

    /// <summary>Null when it is done; else the sentence that says why not.</summary>
    /// <param name="contact">Email or phone of the other record.</param>
    public async Task<string?> JoinAsync(Caller caller, VisitorId record, string? contact, FormFields form, CancellationToken cancel)
    {
        var office = caller.Office!.Value;
        var other = ContactOf(contact) is { } known
            ? await FirstAsync<VisitorId?>(office, ByContact, keys.ContactHash(office, known), row => new(row.GetGuid(0)), cancel) : null;
        return other is { } to
            ? await SendAsync(caller, record, new VisitorCommand.Join(to), form, cancel)
            : Problems.SentenceOf(new VisitorRefusal.NotFound());
    }

    /// <summary>The same for parting.</summary>
    public Task<string?> PartAsync(Caller caller, VisitorId record, FormFields form, CancellationToken cancel) =>
        SendAsync(caller, record, new VisitorCommand.Part(), form, cancel);

    async Task<string?> SendAsync(Caller caller, VisitorId record, VisitorCommand command, FormFields form, CancellationToken cancel)
    {
        if (!Guid.TryParse(form.CommandId, out _)) return text["form.stale"];
        var id = keys.CommandId(form.CommandId!, $"form/record/{record}", form.Bytes());
        return await writer.SendAsync(new(caller.Office!.Value, record, command, caller, id), cancel) switch
        {
            Done<StreamAnswer> => null,
            Denied<StreamAnswer>(var reason) => Problems.SentenceOf(reason),
            _ => text["form.stale"],
        };
    }

    async Task<T?> FirstAsync<T>(OfficeCode office, string sql, object key, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(sql, [office.Value, key]), cancel);
        return await rows.ReadAsync(cancel) ? read(rows) : default;
    }

    static string? ContactOf(string? typed) =>
        EmailAddress.TryParse(typed, null, out var email) ? email.Value
        : PhoneNumber.TryParse(typed, null, out var phone) ? phone.Normal : null;
}
