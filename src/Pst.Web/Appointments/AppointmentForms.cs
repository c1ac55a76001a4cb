using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>Sends what a form asks of an appointment.</summary>
public sealed class AppointmentForms(AppointmentWriter writer, AppointmentLinks links, PublicAddress address, StreamForms forms)
{
    /// <summary>Whoever holds an appointment's address, or makes one.</summary>
    public static Caller Booker(OfficeCode office) => new("booker", Role.Visitor, office);

    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="AppointmentBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        HttpRequest http, Caller caller, OfficeCode office, AppointmentId appointment, string command, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        if (!AppointmentBodies.Names.Contains(command)) return forms.Stale;
        if (caller.Office != office || !caller.Role.MayBook(command)) return StreamForms.Said(new NotPermitted());

        var by = caller.Role == Role.Visitor ? AppointmentSide.Visitor : AppointmentSide.Office;
        var read = AppointmentBodies.Read(command, by, Fields.OfForm(form.Said));
        if (read is not Valid<AskedAppointment>(var asked)) return StreamForms.Wrong(read);

        var link = address.Of(http, links.PathOf(office, appointment));
        return await forms.SendAsync(
            form, $"form/appointment/{appointment}/{command}", form.Bytes(), shown: null,
            id => writer.SendAsync(new(office, appointment, asked.Command, caller, id, link, asked.Entries), cancel), cancel);
    }
}
