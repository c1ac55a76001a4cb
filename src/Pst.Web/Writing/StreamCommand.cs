using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>One command on one stream of an office, and all that is stored together with what it brings about.</summary>
/// <typeparam name="TEvent">The stream's closed hierarchy of events.</typeparam>
/// <param name="Id">Two taps are one: the same id with the same content is carried out once.</param>
/// <param name="Decide">The rule. It is asked again where another was faster.</param>
public sealed record StreamCommand<TEvent>(
    OfficeCode Office, Guid Stream, Caller Caller, CommandId Id, Func<StreamFound<TEvent>, Decision<TEvent>> Decide)
    where TEvent : class
{
    /// <summary>What the rule needs beside the stream, asked under the office's lock; anew where another was faster.</summary>
    public Func<IReadOnlyList<BatchQuery>> Facts { get; init; } = () => [];

    /// <summary>Statements that hold together with the events, such as guards and mails; the vault has its entries by then.</summary>
    public Func<IReadOnlyList<TEvent>, OfficeState, IEnumerable<NpgsqlBatchCommand>> Guards { get; init; } = (_, _) => [];

    /// <summary>What the vault keeps with it: all that was written, and who somebody is.</summary>
    public IReadOnlyList<VaultEntry> Entries { get; init; } = [];

    /// <summary>The version that the caller has seen; null where any will do.</summary>
    public long? IfMatch { get; init; }

    /// <summary>The visit, or the stream in the place of one, that the entries go with; null for the office's own words.</summary>
    public VisitId? Beside { get; init; }
}

/// <summary>What a rule finds.</summary>
public sealed record StreamFound<TEvent>(StreamHistory Stream, OfficeState Office, DateTimeOffset Now) where TEvent : class
{
    /// <summary>The office's day.</summary>
    public DateOnly Today => Office.Hours.LocalDay(Now);

    public IEnumerable<TEvent> Events => Stream.Events.Select(it => (TEvent)it.Data);
}

/// <summary>What a command on a stream answers.</summary>
/// <param name="Version">The stream's last event.</param>
/// <param name="Sequence">Of that event; readers that must see it wait for it. 0 where nothing had to change.</param>
/// <param name="Events">What the command brought about.</param>
public sealed record StreamAnswer(long Version, long Sequence, IReadOnlyList<AnsweredEvent> Events);
