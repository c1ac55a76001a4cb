using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Api;

/// <summary>Who saw whose data, for programs: visitors by their numbers, nobody by name.</summary>
public sealed class ReadQueries(OfficeQuery office, Reads reads)
{
    const int UsualItems = 100;

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReads, [Reads.Projection.Name], Asked, async (asked, question) =>
        {
            var zone = asked.Settings.Details.TimeZone;
            var today = zone.Day(asked.Now);
            var (from, to) = (question.From ?? today.AddDays(-6), question.To ?? today);
            var filter = new ReadFilter(
                asked.Office, zone.At(from, TimeOnly.MinValue), zone.At(to.AddDays(1), TimeOnly.MinValue), question.Reader,
                Whose: question.Visitor is { } visitor ? [visitor] : null, Before: question.Cursor,
                WithWords: asked.Caller.Role is Role.Auditor);
            var found = await reads.ListAsync(filter, question.Limit, cancel);
            return new ReadList([.. found.Select(ReadView.Of)], found.Count == question.Limit ? $"{found[^1].Position}" : null);
        }, cancel);

    // As envelopes name who acts: user:…, key:…, worker:…; nothing is everybody.
    internal const string Actor = "^([a-z]+(:[A-Za-z0-9-]{1,90})?)?$";

    static Question Asked(Fields query)
    {
        var reader = query.OptionalText("reader", 100);
        if (reader is not null && !Regex.IsMatch(reader, Actor)) query.At("reader").Refuse(new InputError.Malformed());
        var (from, to) = (query.OptionalDate("from"), query.OptionalDate("to"));
        if (to < from || to == DateOnly.MaxValue) query.At("to").Refuse(new InputError.Malformed());
        return new(
            from, to, reader, query.OptionalParsed<VisitorId>("visitor"),
            query.OptionalInt("limit", 1, VisitQueries.MostItems) ?? UsualItems, query.OptionalInt("cursor", 1, int.MaxValue));
    }

    sealed record Question(DateOnly? From, DateOnly? To, string? Reader, VisitorId? Visitor, int Limit, long? Cursor);
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record ReadList(IReadOnlyList<ReadView> Items, string? Next);

/// <summary>A look.</summary>
/// <param name="Position">In the log, where it can be proven.</param>
/// <param name="Reader">An account, a program's key, or a device.</param>
/// <param name="What">Null in what was recorded before that was asked; so is why.</param>
/// <param name="Visit">That it was about, where it was about one.</param>
public sealed record ReadView(
    long Position, DateTimeOffset At, string Reader, string? Role, string? Device, VisitorId Visitor, Seen? What, SeenFor? Purpose,
    VisitId? Visit)
{
    internal static ReadView Of(ReadLine line) => new(
        line.Position, line.Row.At, line.Row.Reader, line.Row.Role, line.Row.Device, line.Row.Visitor, line.Row.What, line.Row.Purpose,
        line.Row.Visit);
}
