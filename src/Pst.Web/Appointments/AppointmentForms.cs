using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>Sends what a form asks of an appointment.</summary>
public sealed class AppointmentForms(
    AppointmentWriter writer, AppointmentLinks links, PublicAddress address, EdgeKeys keys, IStringLocalizer<Sentences> text)
{
    /// <summary>Whoever holds an appointment's address, or makes one.</summary>
    public static Caller Booker(OfficeCode office) => new("booker", Role.Visitor, office);

    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="AppointmentBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        HttpRequest http, Caller caller, OfficeCode office, AppointmentId appointment, string command, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(http, cancel);
        if (!AppointmentBodies.Names.Contains(command) || !Guid.TryParse(form.CommandId, out _)) return Own("form.stale");
        if (caller.Office != office || !caller.Role.MayBook(command)) return Said(new NotPermitted());

        var by = caller.Role == Role.Visitor ? AppointmentSide.Visitor : AppointmentSide.Office;
        var read = AppointmentBodies.Read(command, by, Fields.OfForm(form.Said));
        if (read is not Valid<AskedAppointment>(var asked))
            return new FormAnswer.Wrong(((Invalid<AskedAppointment>)read).Errors.Sentences(CultureInfo.CurrentUICulture));

        var id = keys.CommandId(form.CommandId!, $"form/appointment/{appointment}/{command}", form.Bytes());
        var link = address.Of(http, links.PathOf(office, appointment));
        return await writer.SendAsync(new(office, appointment, asked.Command, caller, id, link, asked.Entries), cancel) switch
        {
            Done<StreamAnswer> => null,
            Denied<StreamAnswer>(var reason) => Said(reason),
            _ => Own("form.stale"),
        };
    }

    static FormAnswer.Said Said(Refusal reason) => new(reason.Code, Problems.SentenceOf(reason));

    FormAnswer.Said Own(string code) => new(code, text[code]);
}
