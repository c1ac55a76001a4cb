using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>
/// Spares those who came before from typing their name again. Nobody can learn here who came before: what is known is never shown, and one
/// who was not known signs under the contact that was typed.
/// </summary>
public sealed class ReturningVisitors(PstDatabase database, EdgeKeys keys)
{
    const string Known = "select name, institution from vault.visitor where tenant_id = $1 and contact = $2";

    /// <summary>The form with the name, and the institution where there is one, that the visitor gave before.</summary>
    public async Task<FormFields> CompleteAsync(OfficeCode office, FormFields fields, CancellationToken cancel)
    {
        if (fields.Gives("visitor.name") || ContactOf(fields) is not { } contact) return fields;

        var query = GuardSql.Command(Known, [office.Value, keys.ContactHash(office, contact)]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        if (!await rows.ReadAsync(cancel)) return fields.With("visitor.name", contact);

        var named = fields.With("visitor.name", rows.GetString(0));
        return named.Gives("visitor.institution") || rows.IsDBNull(1) ? named : named.With("visitor.institution", rows.GetString(1));
    }

    // By the email, else by the phone, as visitors are known again everywhere.
    static string? ContactOf(FormFields fields) =>
        EmailAddress.TryParse(fields["visitor.email"], null, out var email) ? email.Value
        : PhoneNumber.TryParse(fields["visitor.phone"], null, out var phone) ? phone.Normal : null;
}
