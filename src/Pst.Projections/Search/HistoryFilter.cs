using NpgsqlTypes;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which histories are sought; what is null does not matter.</summary>
/// <param name="From">The first local day of arrival, each office's own.</param>
/// <param name="To">The last one.</param>
/// <param name="Ticket">One that the visit has or had.</param>
/// <param name="Step">What must have happened in the visit.</param>
public sealed record HistoryFilter(
    DateOnly? From = null, DateOnly? To = null, Ticket? Ticket = null, Channel? Channel = null, Verdict? Sla = null,
    StepFilter? Step = null);

/// <summary>One step that has all of it; also one that was taken back or corrected later.</summary>
/// <param name="Actor">As it stands in the envelope.</param>
/// <param name="Type">The event's alias.</param>
/// <param name="Marks">At least one of them; none for any step.</param>
public sealed record StepFilter(string? Actor, Guid? Device, string? Type, Locker? Locker, params IReadOnlyList<StepMark> Marks)
{
    const string Late = "late", Override = "override";

    // Beside e, the event, are the parameters from the given one on.
    internal static string Holds(int first) => $$"""
        (${{first}}::text is null or e.user_name = ${{first}}) and (${{first + 1}}::text is null or e.headers ->> 'device' = ${{first + 1}})
        and (${{first + 2}}::text is null or e.type = ${{first + 2}})
        and (${{first + 3}}::text is null or e.data ->> 'Locker' = ${{first + 3}} or e.data ->> 'Freed' = ${{first + 3}})
        and (${{first + 4}}::text[] is null or e.type = any (${{first + 4}})
            or ('{{Late}}' = any (${{first + 4}}) and e.headers @> '{"late": true}')
            or ('{{Override}}' = any (${{first + 4}}) and jsonb_typeof(e.data -> 'Override') = 'object'))
        """;

    internal NpgsqlBatchCommand With(NpgsqlBatchCommand query) => query
        .With(Actor, NpgsqlDbType.Text).With(Device?.ToString(), NpgsqlDbType.Text).With(Type, NpgsqlDbType.Text)
        .With(Locker?.Name, NpgsqlDbType.Text)
        .With(Marks.Count == 0 ? null : Marks.Select(Named).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    static string Named(StepMark mark) => mark switch
    {
        StepMark.Late => Late,
        StepMark.Override => Override,
        StepMark.Correction => "entry_corrected",
        StepMark.Undone => "undone",
        StepMark.Void => "voided",
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}

/// <summary>What an auditor looks for first: entered late, a rule set aside, corrected, taken back, voided.</summary>
public enum StepMark { Late, Override, Correction, Undone, Void }

/// <summary>A visit that was found.</summary>
/// <param name="Visit">With its promise's clock set.</param>
/// <param name="Steps">The versions of what was sought, in order; none where no step was.</param>
public sealed record HistoryHit(OfficeCode Office, VisitFact Visit, IReadOnlyList<long> Steps);

/// <param name="Hits">The last arrived first.</param>
/// <param name="Next">Where it goes on; null at the end.</param>
/// <param name="IsCut">So many visits were looked at that the page ends before it is full, and there may be more.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryHit> Hits, VisitCursor? Next, bool IsCut);
