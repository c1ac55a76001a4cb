using Pst.Domain;
using Pst.Web.Pages;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>Reads what is asked of an appointment. Who makes it, and why the office cancels, is put aside for the vault.</summary>
public static class AppointmentBodies
{
    internal const int Prose = 1000, Name = 200;

    /// <summary>All that may be asked.</summary>
    public static IReadOnlyList<string> Names { get; } = ["make", "move", "cancel"];

    /// <param name="command">One of <see cref="Names"/>.</param>
    /// <param name="by">Who asks; the office says why it cancels.</param>
    public static Input<AskedAppointment> Read(string command, AppointmentSide by, Fields body) =>
        body.Read(fields => Of(command, by, fields));

    /// <summary>The same, where more is read of the body.</summary>
    public static AskedAppointment Of(string command, AppointmentSide by, Fields fields)
    {
        var kept = new KeptEntries(Fresh.Secret);
        AppointmentCommand asked = command switch
        {
            "make" => Make(fields, kept),
            "move" => new AppointmentCommand.Move(Slot(fields)),
            _ when by == AppointmentSide.Visitor => new AppointmentCommand.Cancel(by, null),
            _ => new AppointmentCommand.Cancel(by, kept.Add(fields.Text("reason", Prose, lines: true))),
        };
        return new(asked, kept.Entries);
    }

    static AppointmentCommand.Make Make(Fields fields, KeptEntries kept)
    {
        kept.Add(new VaultEntry.Complainant(
            fields.Text("name", Name), fields.Parsed<EmailAddress>("email", new InputError.NotAnEmail()).ToString(), null,
            Languages.Current));
        return new(Slot(fields));
    }

    static AppointmentSlot Slot(Fields fields) => fields.Parsed<AppointmentSlot>("slot");
}

/// <summary>A command with what the vault keeps of it.</summary>
public sealed record AskedAppointment(AppointmentCommand Command, IReadOnlyList<VaultEntry> Entries);
