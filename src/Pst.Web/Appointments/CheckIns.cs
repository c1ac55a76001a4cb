using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>
/// Lets somebody with an appointment arrive. The visit's arrival comes first, by the one write path of visits and under an id that follows
/// from the appointment; then it is noted that the appointment was kept. Whatever fails between the two, the next try, or the worker after
/// the day's end, ends it, and nobody arrives twice.
/// </summary>
public sealed class CheckIns(
    OfficeMemory offices, AppointmentReads reads, AppointmentLinks links, AppointmentWriter writer, VisitForms visits, EdgeKeys keys,
    IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <summary>The visit that begins; or null, and what the kiosk says.</summary>
    /// <param name="typed">The code, or the link in the QR code as a scanner types it.</param>
    public async Task<(VisitId? Visit, FormAnswer Answer)> SendAsync(HttpContext http, string? typed, CancellationToken cancel)
    {
        var (caller, now) = (http.User.ToCaller()!, clock.GetUtcNow());
        var office = caller.Office!.Value;
        if (await offices.FindAsync(office, cancel) is not { } state) return (null, Unknown());
        if (await links.FindAsync(office, typed, state.Hours.LocalDay(now), cancel) is not { } id
            || await reads.FindAsync(office, id, cancel) is not var (appointment, _)) return (null, Unknown());

        var checkIn = new AppointmentCommand.CheckIn(id.Visit);
        if (AppointmentDecider.Decide(checkIn, appointment, AppointmentWriter.FactsOf(state, now, []))
            is Refused<AppointmentEvent>(var reason)) return (null, StreamForms.Said(reason));

        var answer = await visits.SendAsync(http, id.Visit, "arrive", Arrival(id, state, now), cancel);
        if (!answer.IsDone && answer is not FormAnswer.Said { Code: "already_arrived" }) return (null, answer);
        await writer.SendAsync(
            new(office, id, checkIn, caller, keys.CommandId($"check-in/{id}", $"form/appointment/{id}", []), Link: null), cancel);
        return (id.Visit, answer);
    }

    // The same command each time, so that the same visit arrives once. It is for what the office's standard promises first.
    static FormFields Arrival(AppointmentId id, OfficeState state, DateTimeOffset now)
    {
        var service = (state.StandardOn(state.Hours.LocalDay(now)) ?? state.Standards[^1]).Services[0];
        return new([new("channel", "offline"), new("service", $"{service}")], $"{id.Visit}", null);
    }

    FormAnswer.Said Unknown() => new("unknown_code", text["appointment.unknown_code"]);
}
