using System.Diagnostics;
using static Pst.Domain.OwnDataCommand;
using static Pst.Domain.OwnDataRefusal;

namespace Pst.Domain;

/// <summary>What a visitor asks about their own data, and what the office answers.</summary>
public abstract record OwnDataCommand
{
    /// <param name="Commitment">To the new details.</param>
    public sealed record Change(string Commitment) : OwnDataCommand;

    public sealed record Ask(DataRequestKind Kind, Guid? Words) : OwnDataCommand;

    /// <param name="Request">The place of what was asked in the record.</param>
    public sealed record Settle(long Request, RequestOutcome Outcome, Guid? Reason) : OwnDataCommand;

    private OwnDataCommand() { }
}

/// <summary>What a decision needs to know of a record's own requests.</summary>
/// <param name="Open">Those that nobody has settled, by their places.</param>
/// <param name="IsKnown">Whether the office still knows who it is.</param>
public sealed record OwnDataState(IReadOnlyDictionary<long, DataRequestKind> Open, bool IsKnown)
{
    /// <param name="events">The record's, each with its place.</param>
    public static OwnDataState Of(IEnumerable<(long Version, object Happened)> events, bool isKnown)
    {
        var open = new SortedDictionary<long, DataRequestKind>();
        foreach (var (version, happened) in events)
        {
            if (happened is DataRequested asked) open.Add(version, asked.Kind);
            if (happened is RequestSettled settled) open.Remove(settled.EventVersion);
        }
        return new(open, isKnown);
    }
}

/// <summary>The rules of a person's rights to their own data (UU 27/2022).</summary>
public static class OwnDataDecider
{
    /// <summary>The law gives 3 × 24 hours, working days or not.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromHours(3 * 24);

    /// <summary>The rules, one a line. What was asked before an erasure can still be settled after it.</summary>
    public static Decision<VisitorEvent> Decide(OwnDataCommand command, OwnDataState own, DateTimeOffset now) => (command, own) switch
    {
        (Change or Ask, { IsKnown: false }) => new NothingKept(),
        (Change it, _) => new DetailsChanged(it.Commitment),
        (Ask it, _) when own.Open.Values.Contains(it.Kind) => new AlreadyAsked(),
        (Ask it, _) => new DataRequested(it.Kind, now + Allowed, it.Words),
        (Settle it, _) when !own.Open.ContainsKey(it.Request) => new NotOpen(),
        (Settle it, _) => new RequestSettled(it.Request, it.Outcome, it.Reason),
        _ => throw new UnreachableException($"No rule for {command}."),
    };
}

/// <summary>All that can be refused about one's own data.</summary>
public abstract record OwnDataRefusal : Refusal
{
    public sealed record NothingKept() : OwnDataRefusal("own_data_gone");

    /// <summary>The same was asked, and is not settled yet.</summary>
    public sealed record AlreadyAsked() : OwnDataRefusal("data_request_open");

    public sealed record NotOpen() : OwnDataRefusal("data_request_settled");

    private OwnDataRefusal(string code) : base(code) { }
}
