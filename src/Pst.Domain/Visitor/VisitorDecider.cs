using System.Diagnostics;
using System.Globalization;
using static Pst.Domain.VisitorCommand;
using static Pst.Domain.VisitorRefusal;

namespace Pst.Domain;

/// <summary>What may be asked about a visitor's record.</summary>
public abstract record VisitorCommand
{
    /// <summary>Says that the record's person is the one of another record.</summary>
    public sealed record Join(VisitorId To) : VisitorCommand;

    public sealed record Part : VisitorCommand;

    /// <summary>Erases what is known of the person, at their request.</summary>
    /// <param name="Reason">Null where the words given would have named what is erased.</param>
    public sealed record Erase(Guid Erasure, Guid? Reason) : VisitorCommand;

    /// <summary>Erases what has been kept as long as the office keeps it.</summary>
    public sealed record Expire(Guid Erasure) : VisitorCommand;

    /// <summary>Puts a legal hold on the record: nothing of its person is erased.</summary>
    public sealed record Hold(Guid Reason) : VisitorCommand;

    /// <summary>Lifts the record's hold.</summary>
    public sealed record Lift(Guid Reason) : VisitorCommand;

    private VisitorCommand() { }
}

/// <summary>What a decision needs to know of a record and of the one that it is joined to.</summary>
/// <param name="Record">The record itself.</param>
/// <param name="JoinedTo">The record that it counts for already; null for itself.</param>
/// <param name="HasOthers">Whether others count for it.</param>
/// <param name="Target">The person's record that the other one stands for; null where there is no such record.</param>
/// <param name="BothInside">Whether both persons are inside at once, on one channel.</param>
public sealed record VisitorFacts(VisitorId Record, VisitorId? JoinedTo, bool HasOthers, VisitorId? Target = null, bool BothInside = false)
{
    /// <summary>Whether the record itself is under a hold.</summary>
    public bool IsHeld { get; init; }

    /// <summary>What an erasure needs to know of the person; null for other commands, and where nothing is known.</summary>
    public KeptFacts? Kept { get; init; }
}

/// <summary>What the vault keeps of a person, over all of their records.</summary>
/// <param name="HasData">Whether anything is there.</param>
/// <param name="IsInside">Whether a visit is open.</param>
/// <param name="IsHeld">Whether one of the records is under a hold, or one of the visits lies in a period that is.</param>
/// <param name="ArchiveUntil">The last day of the longest archive duty; null where none runs.</param>
/// <param name="Visits">Those of the one record that are to be erased.</param>
/// <param name="IsAll">Whether nothing is left of the person afterwards.</param>
public sealed record KeptFacts(
    bool HasData, bool IsInside, bool IsHeld, DateOnly? ArchiveUntil, ValueList<VisitId> Visits, bool IsAll);

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

        (Erase or Expire, { Kept: null }) => new NotFound(),
        (Erase or Expire, { Kept.HasData: false }) => new AlreadyErased(),
        (Erase or Expire, { Kept.IsInside: true }) => new VisitStillOpen(),
        (Erase or Expire, { Kept.IsHeld: true }) => new UnderHold(),
        (Erase or Expire, { Kept.ArchiveUntil: { } until }) => new ArchiveDuty(until),
        (Erase it, { Kept.Visits: var visits }) => new DataErased(it.Erasure, ErasureCause.Request, visits, Everything: true, it.Reason),
        (Expire it, { Kept: { } kept }) => new DataErased(it.Erasure, ErasureCause.Retention, kept.Visits, kept.IsAll, null),

        (Hold, { IsHeld: true }) => new AlreadyHeld(),
        (Hold it, _) => new DataHeld(it.Reason),
        (Lift, { IsHeld: false }) => new NotHeld(),
        (Lift it, _) => new HoldLifted(it.Reason),

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

    /// <summary>A visit that goes on needs what it is about.</summary>
    public sealed record VisitStillOpen() : VisitorRefusal("visit_still_open");

    public sealed record UnderHold() : VisitorRefusal("under_hold");

    /// <summary>The office has to keep its records so long.</summary>
    /// <param name="Until">The last day.</param>
    public sealed record ArchiveDuty(DateOnly Until) : VisitorRefusal("archive_duty")
    {
        public override object[] Values() => [Until.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)];

        public override IReadOnlyDictionary<string, object> Facts() => new Dictionary<string, object> { ["until"] = Until };
    }

    public sealed record AlreadyErased() : VisitorRefusal("already_erased");
    public sealed record AlreadyHeld() : VisitorRefusal("already_held");
    public sealed record NotHeld() : VisitorRefusal("not_held");

    private VisitorRefusal(string code) : base(code) { }
}
