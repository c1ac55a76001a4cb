using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary><c>POST /api/v1/offices/{code}/follow_ups/{actionId}/{command}</c>: what the office does about what it was told.</summary>
public sealed class FollowUpEndpoint(FollowUpWriter writer, Officers officers, PostedReader reader, StreamAnswers answers)
{
    public async Task<IResult> SendAsync(HttpContext http, string code, string actionId, string command, CancellationToken cancel)
    {
        var rule = new PostRule(it => it.May(Act.FollowUp)) { Matches = true };
        var (request, no) = await reader.ReadAsync(http, code, rule, (body, _) => FollowUpBodies.Of(command, body), cancel);
        if (request is null) return no!;
        if (!FollowUpId.TryParse(actionId, null, out var action)) return Problems.Invalid("actionId", new InputError.Malformed());

        var (office, asked) = (request.Office, request.Asked);
        var staff = (await officers.OfAsync(office, cancel)).Select(it => it.Id).ToList();
        var outcome = await writer.SendAsync(
            new(office, action, asked.Command, staff, request.Caller, request.Id, asked.Entries) { IfMatch = request.IfMatch }, cancel);
        return await answers.WriteAsync(
            http, office, outcome, it => new FollowUpAnswer(action, it.Version, it.Token, it.Events), cancel);
    }
}

/// <summary>What a command on a follow-up action brought about.</summary>
public sealed record FollowUpAnswer(FollowUpId Action, long Version, string Token, IReadOnlyList<EventAnswer> Events);
