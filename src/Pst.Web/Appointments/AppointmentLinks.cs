using System.Security.Cryptography;
using System.Text;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>
/// What leads to an appointment: the address of its page, which its QR code holds, and the code that is typed at the kiosk. Neither says
/// anything of a person, and neither is kept anywhere.
/// </summary>
public sealed class AppointmentLinks(EdgeKeys keys, PstDatabase database)
{
    const string Purpose = "appointment";

    /// <summary>The address of its page, below the program's own.</summary>
    public string PathOf(OfficeCode office, AppointmentId appointment) => $"/j/{keys.Seal(Purpose, office, appointment.Value)}";

    /// <summary>The appointment that a link, or the token in it, is of; null for anything else.</summary>
    public (OfficeCode Office, AppointmentId Appointment)? Read(string text) =>
        keys.UnsealThing(Purpose, text.Trim().Split('/')[^1]) is var (office, appointment) ? (office, new(appointment)) : null;

    /// <summary>Ten letters, in two groups for the eye.</summary>
    public string CodeOf(OfficeCode office, AppointmentId appointment) =>
        keys.Secret(Purpose, office, appointment.Value).Insert(5, "-");

    /// <summary>
    /// The appointment that somebody at the office's kiosk means; null for anything else. Each comparison takes the same time: how near a
    /// guess was shows to nobody.
    /// </summary>
    /// <param name="typed">The code, in any case and as people write it, or the link as a scanner types it.</param>
    /// <param name="today">Of those that were kept only this day's are known: to whoever presses twice.</param>
    public async Task<AppointmentId?> FindAsync(OfficeCode office, string? typed, DateOnly today, CancellationToken cancel)
    {
        if (typed is not { Length: > 0 and <= 300 }) return null;
        if (Read(typed) is var (issuer, linked)) return issuer == office ? linked : null;
        var last = today.AddDays(AppointmentFacts.MostDays);
        var awaited = await AppointmentBook.BetweenAsync(database.App, office, today, last, cancel);
        return awaited.Where(it => IsCode(office, it.Id, typed)).Select(it => (AppointmentId?)it.Id).FirstOrDefault();
    }

    /// <summary>Whether somebody gives this appointment's code, in any case and as people write it.</summary>
    public bool IsCode(OfficeCode office, AppointmentId appointment, string typed) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()),
            Encoding.UTF8.GetBytes(keys.Secret(Purpose, office, appointment.Value)));
}
