using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/offices/{code}/appointments/{appointmentId}/{command}</c>. A visitor's program holds a key of the role visitor and shows
/// the appointment's code; a wrong one answers as an appointment that is not there. The office calls off, and says why.
/// </summary>
public sealed class AppointmentEndpoint(
    AppointmentWriter writer, AppointmentLinks links, PublicAddress address, PostedReader reader, StreamAnswers answers)
{
    const string CallOff = "call_off";
    internal const int MaxCode = 20;

    public static readonly IReadOnlyList<string> Names = [.. AppointmentBodies.Names, CallOff];

    /// <param name="command">One of <see cref="Names"/>.</param>
    public async Task<IResult> SendAsync(HttpContext http, string code, string appointmentId, string command, CancellationToken cancel)
    {
        var (by, name) = command == CallOff ? (AppointmentSide.Office, "cancel") : (AppointmentSide.Visitor, command);
        var isOwn = by == AppointmentSide.Visitor;
        var rule = new PostRule(it => it.MayBook(name) && it is Role.Visitor == isOwn) { Matches = true };
        var (request, no) = await reader.ReadAsync(
            http, code, rule,
            (body, _) => (
                Code: isOwn && name != "make" ? body.Text("code", MaxCode) : null, Appointment: AppointmentBodies.Of(name, by, body)),
            cancel);
        if (request is null) return no!;
        if (!AppointmentId.TryParse(appointmentId, null, out var id)) return Problems.Invalid("appointmentId", new InputError.Malformed());
        if (request.Asked.Code is { } shown && !links.IsCode(request.Office, id, shown))
            return Problems.Refused(new AppointmentRefusal.NotFound());

        var (office, asked, link) = (
            request.Office, request.Asked.Appointment, address.Of(http.Request, links.PathOf(request.Office, id)));
        var outcome = await writer.SendAsync(
            new(office, id, asked.Command, request.Caller, request.Id, link, asked.Entries) { IfMatch = request.IfMatch }, cancel);
        return await answers.WriteAsync(
            http, office, outcome, it => new AppointmentAnswer(
                id, it.Version, it.Token, it.Events, name == "make" ? new(links.CodeOf(office, id), link) : null),
            cancel);
    }
}

/// <param name="Receipt">For whoever made it; null for other commands.</param>
public sealed record AppointmentAnswer(
    AppointmentId Appointment, long Version, string Token, IReadOnlyList<EventAnswer> Events, AppointmentReceipt? Receipt);

/// <summary>What a visitor keeps, by which the appointment is moved, cancelled and kept.</summary>
/// <param name="Code">That is typed at the kiosk.</param>
/// <param name="Page">Its own page; whoever has the address is its owner.</param>
public sealed record AppointmentReceipt(string Code, string Page);
