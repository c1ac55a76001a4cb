using System.Net.Mime;
using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Complaints;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static readonly Member[] Moments =
    [
        Optional("version", Number(1, int.MaxValue)), Optional("asOf", Instant().Meaning("What had occurred by then.")),
        Optional("seenAt", Instant().Meaning("What was recorded by then.")),
    ];

    static void MapComplaints(RouteGroupBuilder complaints)
    {
        MapCommands<ComplaintEndpoint, ComplaintAnswer>(
            complaints, "complaintId", "a complaint", ComplaintBodies.Names, StreamShapes.OfComplaint,
            (it, http, code, id, command, cancel) => it.SendAsync(http, code, id, command, cancel),
            command => ComplaintEndpoint.TakesFiles(command) ? StreamShapes.WithFiles(command) : null, AttachedFiles.MostBytes);
        complaints.MapPost("/track", (ComplaintEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.TrackAsync(http, code, cancel))
            .Writes<ComplaintTrack>("One's own complaint, by what stands on its receipt; nothing is written.", StreamShapes.Track);
        complaints.MapGet("", (ComplaintQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<ComplaintList>("Complaints, the newest first.",
                Optional("from", Date()), Optional("to", Date()), Optional("status", Word<ComplaintStatus>()),
                Optional("class", Word<Element>()), Optional("overdue", OneOf(["true", "false"])), Limit,
                Optional("cursor", Like("^PGD[0-9]{9}$").Meaning("The page before ended there.")));
        MapOne<ComplaintQueries, ComplaintView>(
            complaints, "complaintId", "A complaint as it is, or as it was.",
            (it, http, code, id, cancel) => it.OneAsync(http, code, id, cancel), Moments);
        MapOne<ComplaintQueries, IReadOnlyList<RecordedEvent>>(
            complaints, "complaintId/events", "All that happened to a complaint; who asks is recorded.",
            (it, http, code, id, cancel) => it.EventsAsync(http, code, id, cancel));
        MapOne<ComplaintQueries, ComplainantDetails>(
            complaints, "complaintId/complainant", "Who complained; who asks is recorded.",
            (it, http, code, id, cancel) => it.ComplainantAsync(http, code, id, cancel));
    }

    static void MapFollowUps(RouteGroupBuilder actions)
    {
        MapCommands<FollowUpEndpoint, FollowUpAnswer>(
            actions, "actionId", "a follow-up action", FollowUpBodies.Names, StreamShapes.OfFollowUp,
            (it, http, code, id, command, cancel) => it.SendAsync(http, code, id, command, cancel));
        actions.MapGet("", (FollowUpQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<FollowUpList>("Actions: those underway by deadline, then those that are over.",
                Optional("status", Word<FollowUpStatus>()), Optional("overdue", OneOf(["true", "false"])), Limit,
                Optional("cursor", Formatted("uuid").Meaning("The page before ended there.")));
        actions.MapGet("/owners", (FollowUpQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.OwnersAsync(http, code, cancel))
            .Reads<IReadOnlyList<FollowUpOwner>>("Who may answer for an action.");
        MapOne<FollowUpQueries, FollowUpView>(
            actions, "actionId", "An action as it is, or as it was.",
            (it, http, code, id, cancel) => it.OneAsync(http, code, id, cancel), Moments);
        MapOne<FollowUpQueries, IReadOnlyList<RecordedEvent>>(
            actions, "actionId/events", "All that happened to an action.",
            (it, http, code, id, cancel) => it.EventsAsync(http, code, id, cancel));
    }

    static void MapSoftcopies(RouteGroupBuilder softcopies)
    {
        MapCommands<SoftcopyEndpoint, SoftcopyAnswer>(
            softcopies, "requestId", "a softcopy", SoftcopyEndpoint.Names, StreamShapes.OfSoftcopy,
            (it, http, code, id, command, cancel) => it.SendAsync(http, code, id, command, cancel));
        softcopies.MapPost($"/{{requestId}}/{ScanEndpoint.Name}",
                (ScanEndpoint it, HttpContext http, string code, string requestId, CancellationToken cancel) =>
                    it.SendAsync(http, code, requestId, cancel))
            .Writes<SoftcopyAnswer>("A scan of the desk, told to its visit and handed over.")
            .TakesForm(StreamShapes.Scan, ScanEndpoint.MostBytes);
        softcopies.MapGet("", (SoftcopyQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<SoftcopyList>("Requests for softcopies, the newest first.",
                Optional("stage", Word<SoftcopyStage>()), Optional("overdue", OneOf(["true", "false"])), Limit,
                Optional("cursor", Like("^SC-[0-9]{4}-[0-9]{4}-[0-9]{4}$").Meaning("The page before ended there.")));
        MapOne<SoftcopyQueries, SoftcopyStanding>(
            softcopies, "requestId", "A request as it is, or as it was.",
            (it, http, code, id, cancel) => it.OneAsync(http, code, id, cancel), Moments);
        MapOne<SoftcopyQueries, IReadOnlyList<RecordedEvent>>(
            softcopies, "requestId/events", "All that happened to a request; who asks is recorded.",
            (it, http, code, id, cancel) => it.EventsAsync(http, code, id, cancel));
        MapOne<SoftcopyQueries, ComplainantDetails>(
            softcopies, "requestId/requester", "Who asked; who asks for that is recorded.",
            (it, http, code, id, cancel) => it.RequesterAsync(http, code, id, cancel));
        softcopies.MapGet("/{requestId}/file",
                (SoftcopyQueries it, HttpContext http, string code, string requestId, CancellationToken cancel) =>
                    it.FileAsync(http, code, requestId, cancel))
            .WithSummary("The file as it was prepared.").Produces<string>(contentType: MediaTypeNames.Application.Pdf)
            .Says((operation, document) => operation.Asks(document));
    }

    static void MapAppointments(RouteGroupBuilder appointments)
    {
        MapCommands<AppointmentEndpoint, AppointmentAnswer>(
            appointments, "appointmentId", "an appointment", AppointmentEndpoint.Names, StreamShapes.OfAppointment,
            (it, http, code, id, command, cancel) => it.SendAsync(http, code, id, command, cancel));
        appointments.MapGet("", (AppointmentQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<IReadOnlyList<AppointmentItem>>("A day's appointments, awaited or kept, by time.", Day);
        appointments.MapGet("/slots", (AppointmentQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.SlotsAsync(http, code, cancel))
            .Reads<IReadOnlyList<FreeSlot>>("The times of a day that can still be had.", Day);
    }

    static void MapSoftcopyChecks(RouteGroupBuilder checks) =>
        checks.MapGet("/{checkCode}", (SoftcopyQueries it, HttpContext http, string checkCode, CancellationToken cancel) =>
                it.CheckAsync(http, checkCode, cancel))
            .WithSummary("Whether the code on a softcopy's pages was issued, by whom and when; never to whom.").Produces<SoftcopyCheck>()
            .Says((operation, document) => operation.Fails(document, 400, 401, 503));

    static Member Day => Optional("day", Date().Meaning("The office's own; without it today."));
    static Member Limit => Optional("limit", Number(1, VisitQueries.MostItems));

    static void MapCommands<TEndpoint, TAnswer>(
        RouteGroupBuilder things, string name, string thing, IEnumerable<string> commands, Func<string, OpenApiSchema> body,
        Func<TEndpoint, HttpContext, string, string, string, CancellationToken, Task<IResult>> answer,
        Func<string, OpenApiSchema?>? form = null, long formBytes = 0)
    {
        foreach (var command in commands)
            things.MapPost($"/{{{name}}}/{command}", (TEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                    answer(it, http, code, $"{http.Request.RouteValues[name]}", command, cancel))
                .Writes<TAnswer>($"{command} of {thing}.", body(command)).Matches().TakesForm(form?.Invoke(command), formBytes);
    }

    static void MapOne<TQueries, TAnswer>(
        RouteGroupBuilder things, string under, string summary,
        Func<TQueries, HttpContext, string, string, CancellationToken, Task<IResult>> answer, params Member[] query)
    {
        var name = under.Split('/')[0];
        things.MapGet($"/{under.Replace(name, $"{{{name}}}", StringComparison.Ordinal)}",
                (TQueries it, HttpContext http, string code, CancellationToken cancel) =>
                    answer(it, http, code, $"{http.Request.RouteValues[name]}", cancel))
            .Reads<TAnswer>(summary, query);
    }
}
