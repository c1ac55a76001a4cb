using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>POST /api/v1/offices/{code}/complaints/{complaintId}/{command}</c>. A complainant's program holds a key of the role visitor and
/// shows the secret of the complaint; a wrong one answers as a complaint that is not there. What a complainant says may come as a form with
/// files.
/// </summary>
public sealed class ComplaintEndpoint(
    ComplaintWriter writer, AttachedFiles attached, ComplaintReads reads, ComplaintBoard board, ComplaintLinks links, PublicAddress address,
    OfficeMemory offices, ProjectionRunner projections, PostedReader reader, StreamAnswers answers, IStringLocalizer<Sentences> text,
    TimeProvider clock)
{
    internal const int MaxSecret = 20;
    const string Busy = "fault.busy";

    static readonly string[] Shown = [ComplaintBoard.Projection.Name];

    public async Task<IResult> SendAsync(HttpContext http, string code, string complaintId, string command, CancellationToken cancel)
    {
        var rule = new PostRule(it => it.MayComplain(command))
        {
            IsBeyond = Permissions.IsBeyondComplaining, Matches = true, FormBytes = TakesFiles(command) ? AttachedFiles.MostBytes : null,
        };
        var (request, no) = await reader.ReadAsync(
            http, code, rule, (body, role) => (Secret: SecretOf(body, role, command), Complaint: ComplaintBodies.Of(command, body)),
            cancel);
        if (request is null) return no!;
        if (!ComplaintId.TryParse(complaintId, null, out var complaint))
            return Problems.Invalid("complaintId", new InputError.Malformed());

        if (NeedsSecret(request.Caller.Role, command) && !links.IsSecret(request.Office, complaint, request.Asked.Secret))
            return Problems.Refused(new ComplaintRefusal.NotFound());

        var (files, why) = await attached.TakeAsync(request.Office, request.Files, cancel);
        if (why is not null) return why == Busy ? Problems.Later(http) : Problems.Invalid(PostedForm.Files, text[why].Value);
        return await WriteAsync(http, complaint, request, request.Asked.Complaint.With(files), cancel);
    }

    async Task<IResult> WriteAsync<T>(
        HttpContext http, ComplaintId complaint, Posted<T> request, AskedComplaint asked, CancellationToken cancel)
    {
        var (office, caller) = (request.Office, request.Caller);
        var link = address.Of(http.Request, $"/p/{links.TokenOf(office, complaint)}");
        var outcome = await writer.SendAsync(
            new(office, complaint, asked.Command, caller, request.Id, link, asked.Entries) { IfMatch = request.IfMatch }, cancel);
        return await answers.WriteAsync(
            http, office, outcome, it => new ComplaintAnswer(
                complaint, it.Version, it.Token, it.Events, caller.Role is Role.Visitor ? ReceiptOf(it, office, complaint, link) : null),
            cancel);
    }

    /// <summary>
    /// How far one's own complaint is, by the code and the secret on its receipt. It does not tell which of the two was wrong.
    /// </summary>
    public async Task<IResult> TrackAsync(HttpContext http, string code, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(
            http, code, new PostRule(it => it.MayComplain("accept")),
            (body, _) => (
                Code: body.Parsed<ComplaintCode>("code"), Secret: body.Text("secret", MaxSecret), After: OfficeQuery.TokenOf(body)),
            cancel);
        if (request is null) return no!;
        var (office, asked) = (request.Office, request.Asked);
        if (await offices.FindAsync(office, cancel) is not { } state) return Problems.NotFound();
        if (asked.After is { } sequence && !await projections.Progress.WaitAsync(Shown, sequence, cancel))
            return Problems.Later(http);
        if (await board.FindAsync(office, asked.Code, cancel) is not { Id: var complaint }
            || !links.IsSecret(office, complaint, asked.Secret)
            || await reads.ToComplainantAsync(office, complaint, cancel) is not { } story)
            return Problems.Refused(new ComplaintRefusal.NotFound());

        return Results.Json(
            ComplaintTrack.Of(story, state.Hours.LocalDay(clock.GetUtcNow())), ApiJson.In(state.Details.TimeZone));
    }

    internal static bool TakesFiles(string command) => command is "receive" or "reply";

    static bool NeedsSecret(Role role, string command) => role is Role.Visitor && command is not "receive";

    static string? SecretOf(Fields body, Role role, string command) =>
        command is not ("reply" or "accept") ? null
        : NeedsSecret(role, command) ? body.Text("secret", MaxSecret) : body.OptionalText("secret", MaxSecret);

    ComplaintReceipt? ReceiptOf(StreamTold told, OfficeCode office, ComplaintId complaint, string link) =>
        told.Answer.Events is [{ Data: ComplaintReceived it }, ..]
            ? new(it.Code, links.SecretOf(office, complaint), link) : null;
}

/// <param name="Receipt">For whoever complained; null for staff, and for other commands.</param>
public sealed record ComplaintAnswer(
    ComplaintId Complaint, long Version, string Token, IReadOnlyList<EventAnswer> Events, ComplaintReceipt? Receipt);

/// <summary>What a complainant keeps, by which the complaint is found again.</summary>
/// <param name="Page">Its own page; whoever has the address is its complainant.</param>
public sealed record ComplaintReceipt(ComplaintCode Code, string Secret, string Page);

/// <summary>One's own complaint, with what was written.</summary>
public sealed record ComplaintTrack(ComplaintView Complaint, IReadOnlyList<ComplaintTrackEntry> Entries)
{
    internal static ComplaintTrack Of(ComplaintStory story, DateOnly today) => new(
        ComplaintView.Of(story.Id, story.Row, today),
        [.. story.Entries.Select(it => new ComplaintTrackEntry(it.At, it.Sentence, it.Text, it.IsComplainants))]);
}

/// <param name="Text">Null where nothing was written, or it was erased.</param>
/// <param name="Own">The complainant's word, not the office's.</param>
public sealed record ComplaintTrackEntry(DateTimeOffset At, string Sentence, string? Text, bool Own);
