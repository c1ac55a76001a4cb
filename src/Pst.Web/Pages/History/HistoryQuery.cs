using System.Globalization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.History;

/// <summary>A search over histories as an address says it, so the address is the saved search. Staff are named by account.</summary>
/// <param name="After">Where the page before ended.</param>
/// <param name="Unread">The fields that cannot be understood; then nothing is sought.</param>
public sealed record HistoryQuery(HistoryFilter Filter, VisitCursor? After, params IReadOnlyList<string> Unread)
{
    const string Account = "user:";

    /// <summary>What may be sought as a step: the aliases of all that happens in a visit.</summary>
    public static IReadOnlyList<string> StepTypes { get; } = [.. Visits.Projection.Reads.Select(StoredEvents.Types.AliasOf)];

    /// <summary>The account whose steps are sought.</summary>
    public Guid? Staff => Filter.Step?.Actor is { } actor ? Guid.Parse(actor[Account.Length..]) : null;

    public bool Seeks(StepMark mark) => Filter.Step?.Marks.Contains(mark) is true;

    /// <summary>As an address names it, without the page.</summary>
    public string Query => string.Join('&', Parts().Select(it => $"{it.Name}={Uri.EscapeDataString(it.Value)}"));

    public static HistoryQuery Of(IQueryCollection query)
    {
        var fields = new QueryFields(query);
        var marks = fields.All<StepMark>("tanda");
        var step = new StepFilter(
            fields.One<Guid>("petugas") is { } staff ? $"{Account}{staff}" : null, fields.One<Guid>("perangkat"),
            fields.Word("langkah", StepTypes), fields.One<Locker>("loker"), marks);
        return new(
            new(
                fields.Day("dari"), fields.Day("sampai"), fields.One<Ticket>("nomor"), fields.Choice<Channel>("kanal"),
                fields.Choice<Verdict>("janji"),
                step is { Actor: null, Device: null, Type: null, Locker: null, Marks.Count: 0 } ? null : step),
            fields.One<VisitCursor>("setelah"), [.. fields.Unread]);
    }

    /// <summary>The same with both days named: those of the last week, where an end is open.</summary>
    public HistoryQuery OfLately(DateOnly today)
    {
        var to = Filter.To ?? (Filter.From is { } first ? first.AddDays(SearchReads.NationalDays - 1) : today);
        return this with { Filter = Filter with { From = Filter.From ?? to.AddDays(1 - SearchReads.NationalDays), To = to } };
    }

    IEnumerable<(string Name, string Value)> Parts()
    {
        if (Filter.From is { } from) yield return ("dari", from.ToString("O", CultureInfo.InvariantCulture));
        if (Filter.To is { } to) yield return ("sampai", to.ToString("O", CultureInfo.InvariantCulture));
        if (Filter.Ticket is { } ticket) yield return ("nomor", $"{ticket}");
        if (Filter.Channel is { } channel) yield return ("kanal", Words.Of(channel));
        if (Filter.Sla is { } verdict) yield return ("janji", Words.Of(verdict));
        if (Staff is { } staff) yield return ("petugas", $"{staff}");
        if (Filter.Step?.Device is { } device) yield return ("perangkat", $"{device}");
        if (Filter.Step?.Type is { } type) yield return ("langkah", type);
        if (Filter.Step?.Locker is { } locker) yield return ("loker", $"{locker}");
        foreach (var mark in Filter.Step?.Marks ?? []) yield return ("tanda", Words.Of(mark));
    }
}
