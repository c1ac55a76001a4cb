using System.Diagnostics;
using static Pst.Domain.VisitorCommand;
using static Pst.Domain.VisitorRefusal;

namespace Pst.Domain;

/// <summary>What may be asked about a visitor's record.</summary>
public abstract record VisitorCommand
{
    /// <summary>Says that the record's person is the one of another record.</summary>
    public sealed record Join(VisitorId To) : VisitorCommand;

    public sealed record Part : VisitorCommand;

    private VisitorCommand() { }
}

/// <summary>What a decision needs to know of a record and of the one that it is joined to.</summary>
/// <param name="Record">The record itself.</param>
/// <param name="JoinedTo">The record that it counts for already; null for itself.</param>
/// <param name="HasOthers">Whether others count for it.</param>
/// <param name="Target">The person's record that the other one stands for; null where there is no such record.</param>
/// <param name="BothInside">Whether both persons are inside at once, on one channel.</param>
public sealed record VisitorFacts(VisitorId Record, VisitorId? JoinedTo, bool HasOthers, VisitorId? Target = null, bool BothInside = false);

public static class VisitorDecider
{
    /// <summary>The rules, one a line. Joined records stay one level deep, so that parting one parts no other.</summary>
    public static Decision<VisitorEvent> Decide(VisitorCommand command, VisitorFacts facts) => (command, facts) switch
    {
        (Join, { JoinedTo: not null }) => new RecordJoined(),
        (Join, { HasOthers: true }) => new RecordHasOthers(),
        (Join, { Target: null }) => new NotFound(),
        (Join, { Target: var target }) when target == facts.Record => new SameRecord(),
        (Join, { BothInside: true }) => new BothInside(),
        (Join, { Target: { } target }) => new RecordsJoined(target),

        (Part, { JoinedTo: null }) => new RecordNotJoined(),
        (Part, _) => new RecordsParted(),

        _ => throw new UnreachableException($"No rule for {command}."),
    };
}

/// <summary>All that can be refused about a visitor's record.</summary>
public abstract record VisitorRefusal : Refusal
{
    public sealed record NotFound() : VisitorRefusal("visitor_not_found");
    public sealed record SameRecord() : VisitorRefusal("same_record");
    public sealed record RecordJoined() : VisitorRefusal("record_joined");
    public sealed record RecordNotJoined() : VisitorRefusal("record_not_joined");
    public sealed record RecordHasOthers() : VisitorRefusal("record_has_others");

    /// <summary>A person has one open visit a channel.</summary>
    public sealed record BothInside() : VisitorRefusal("both_inside");

    private VisitorRefusal(string code) : base(code) { }
}
