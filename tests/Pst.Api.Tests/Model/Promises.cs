namespace Pst.Api.Tests.Model;

/// <summary>The promise on time, as domain.md has it ("The promise on time").</summary>
internal static class Promises
{
    /// <summary>From when to when the promise runs; nothing where there is none, or none as yet.</summary>
    public static (DateTimeOffset? Start, DateTimeOffset? Due) ClockOf(this Community office, Life life)
    {
        var rules = office.Rules;
        if (life.SignedAt is not { } signed || !rules.Promises(life.FirstService) || IsImmediate(office, life)) return default;

        var start = rules.NextOpening(signed);
        if (rules.Completion == "after_guestbook") return (start, start + rules.Allowance);
        if (rules.Completion == "within_hours") return (start, rules.Spans(rules.Day(life.ArrivedAt)) is [.., var last] ? last.To : null);

        var before = office.Before(life);
        if (before is { ServedAt: null }) return (start, null);
        if (before?.ServedAt > start) start = before.ServedAt.Value;
        return (start, start + rules.Allowance);
    }

    /// <summary>Null for a voided visit.</summary>
    public static string? VerdictOn(this Community office, Life life, DateTimeOffset now)
    {
        if (life.IsVoided) return null;
        if (!office.Rules.Promises(life.FirstService)) return "no_promise";
        if (life.SignedAt is null) return "unknown";
        if (IsImmediate(office, life)) return life.UsedSomething ? "met" : life.IsOpen ? "pending" : "withdrawn";

        if (life.ServedAt is { } served) return IsInTime(office, life, served) ? "met" : "missed";
        // Closing a visit whose end nobody saw changes nothing: it is judged as if it stood open.
        if (life.Departure is not null && !life.EndIsUnknown) return IsPast(office, life, life.LeftAt!.Value) ? "missed" : "withdrawn";
        return IsPast(office, life, now) ? "missed" : "pending";
    }

    public static string ColourOf(this Community office, Life life, DateTimeOffset now)
    {
        var at = life.ServedAt ?? now;
        if (office.ClockOf(life) is not ({ } start, { } due)) return "green";
        if (IsPast(office, life, at)) return "red";
        return (at - start) * 100 >= (due - start) * office.Rules.AmberAtPercent ? "amber" : "green";
    }

    static bool IsImmediate(Community office, Life life) => life.IsOnline || office.Rules.Completion == "immediate";

    static bool IsInTime(Community office, Life life, DateTimeOffset served) =>
        office.Rules.Completion == "within_hours"
            ? office.Rules.Spans(office.Rules.Day(life.ArrivedAt)).Any(it => it.From <= served && served < it.To)
            : !IsPast(office, life, served);

    static bool IsPast(Community office, Life life, DateTimeOffset at)
    {
        var due = office.ClockOf(life).Due;
        return office.Rules.Completion == "within_hours" ? at >= due : at > due;
    }
}
