using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>
/// Spares those who came before from typing their name again. Nobody can learn here who came before: what is known is never shown, and one
/// who was not known signs under the contact that was typed.
/// </summary>
public sealed class ReturningVisitors(PstDatabase database, EdgeKeys keys, TicketLinks links)
{
    const string Known = "select name, institution from vault.visitor where tenant_id = $1 and contact = $2";
    const string Signed = "select name, institution, email, phone, whatsapp from vault.signing where tenant_id = $1 and visit = $2";

    // Who made the appointment that this visit keeps: no other visit is filled from it.
    const string Booking = """
        select c.name, null::text, c.email from vault.complainant c
        join pst.guard_appointment a on a.tenant_id = c.tenant_id and a.appointment = c.visit
        where c.tenant_id = $1 and a.visit = $2
        """;

    /// <summary>What stands for the contact where the visit keeps an appointment.</summary>
    public const string Booked = "janji";

    static readonly string[] Names = ["visitor.name", "visitor.institution", "visitor.email", "visitor.phone", "visitor.whatsapp"];

    /// <summary>Whether somebody comes with the last visit's ticket: its link, as a scanner types it.</summary>
    public bool IsTicket(string? contact) => contact is not null && links.Read(contact) is not null;

    /// <summary>The form with what the visitor gave before and does not give anew.</summary>
    /// <param name="contact">
    /// What the visitor came with: a ticket's link, an email or a phone; null for one who did not come before.
    /// </param>
    public async Task<FormFields> CompleteAsync(OfficeCode office, string? contact, FormFields fields, CancellationToken cancel)
    {
        if (contact is null) return fields;
        if (links.Read(contact) is not var (issuer, visit)) return await ByContactAsync(office, fields, cancel);
        return issuer == office ? await FillAsync(office, fields, Signed, visit.Value, cancel) : fields;
    }

    /// <summary>Whether the visit keeps an appointment.</summary>
    public async Task<bool> IsBookedAsync(OfficeCode office, VisitId visit, CancellationToken cancel) =>
        await AppointmentBook.OfVisitAsync(database.App, office, visit, cancel) is not null;

    /// <summary>The form with what the visitor gave with the appointment and does not give anew.</summary>
    public Task<FormFields> CompleteBookedAsync(OfficeCode office, VisitId visit, FormFields fields, CancellationToken cancel) =>
        FillAsync(office, fields, Booking, visit.Value, cancel);

    async Task<FormFields> ByContactAsync(OfficeCode office, FormFields fields, CancellationToken cancel)
    {
        if (fields.Gives("visitor.name") || ContactOf(fields) is not { } contact) return fields;
        var known = await FillAsync(office, fields, Known, keys.ContactHash(office, contact), cancel);
        return known.Gives("visitor.name") ? known : known.With("visitor.name", contact);
    }

    async Task<FormFields> FillAsync(OfficeCode office, FormFields fields, string sql, object key, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(sql, [office.Value, key]), cancel);
        if (!await rows.ReadAsync(cancel)) return fields;
        return Enumerable.Range(0, rows.FieldCount).Where(it => !rows.IsDBNull(it) && !fields.Gives(Names[it]))
            .Aggregate(fields, (filled, it) => filled.With(Names[it], rows.GetString(it)));
    }

    // By the email, else by the phone, as visitors are known again everywhere.
    static string? ContactOf(FormFields fields) =>
        EmailAddress.TryParse(fields["visitor.email"], null, out var email) ? email.Value
        : PhoneNumber.TryParse(fields["visitor.phone"], null, out var phone) ? phone.Normal : null;
}
