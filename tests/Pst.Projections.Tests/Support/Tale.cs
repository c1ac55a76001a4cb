using System.Globalization;
using System.Text.Json;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Projections.Tests;

/// <summary>What happened in a visit, told with few words: Monday, 2 March 2026, in Metro, unless something else is said.</summary>
static class Tale
{
    internal static readonly OfficeCode Metro = new("1872"), Bima = new("5272");
    internal static readonly DateOnly Monday = new(2026, 3, 2);
    internal static readonly Demographics Student = new(Gender: 1, Age: 2, Disability: 2, Education: 1, Occupation: 1, InstitutionKind: 6);
    internal static readonly Guid Reason = new("00000000-0000-0000-0000-0000000000aa");

    internal static readonly Arrived Arrived =
        new(Channel.Offline, 1, ServiceCode.PS, Priority.None, new(ServiceCode.PS, 1), new(2024, 1, 1), true, null);

    internal static readonly IdHeld Held = new(IdKind.Ktp, "c0ffee", 1);
    internal static readonly LockerAssigned Locked = new(new("A01"), 1);
    internal static readonly LockerReleased Unlocked = new(new("A01"), 1);
    internal static readonly IdReturned Returned = new(1);
    internal static readonly LockerJammed Jammed = new(new("A01"), 1, Reason);
    internal static readonly Called Called = new(new("1"));
    internal static readonly Served Served = new(new("1"));
    internal static readonly Departed Finished = new(DepartureReason.Finished), Unserved = new(DepartureReason.LeftUnserved);

    /// <summary>A moment of that Monday, "09:00" or "09:00:01", in western time; other days begin with their number: "3 09:00".</summary>
    internal static DateTimeOffset At(string time)
    {
        var parts = time.Split(' ');
        var day = parts.Length == 2 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : Monday.Day;
        return new DateTimeOffset(new(2026, 3, day), TimeOnly.Parse(parts[^1], CultureInfo.InvariantCulture), TimeSpan.FromHours(7))
            .ToUniversalTime();
    }

    internal static Arrived ArrivedWith(int number) => Arrived with { Ticket = new(ServiceCode.PS, number) };

    /// <summary>Signed at the time that is said, so that five minutes are promised from then on.</summary>
    internal static GuestbookSigned SignedAt(string time, int visitor = 1) =>
        Signed(new(CompletionKind.AfterGuestbook, At(time), 5, At(time).AddMinutes(5), []), visitor);

    internal static GuestbookSigned Signed(Promise? promise, int visitor = 1) =>
        new(Visitor(visitor), 1, Student, CodeBook.Edition, null, "5a17", promise);

    internal static CopiesMade Copied(int sheets, bool overridden = false) => new(sheets, null, overridden ? new(Reason) : null);

    internal static EntryCorrected Corrected(long version, string field, EntryValue? from, EntryValue to) =>
        new(version, field, from, to, Reason);

    internal static VisitId Visit(int number) => new(Numbered('1', number));

    internal static VisitorId Visitor(int number) => new(Numbered('2', number));

    /// <summary>The row of a visit to which this happened.</summary>
    internal static TRow? Row<TRow>(
        Func<TRow?, StoredEvent, TRow?> after, params IEnumerable<(string Time, VisitEvent Event)> events) where TRow : class =>
        events.Select((it, index) => Stored(index + 1, it.Event, new(At(it.Time), "petugas"))).Aggregate((TRow?)null, after);

    internal static StoredEvent Stored(int version, VisitEvent happened, Envelope envelope) =>
        new(Metro.Value, Visit(1).Value, version, version, Types.AliasOf(happened.GetType()), happened, envelope, envelope.Occurred);

    internal static readonly EventTypes Types = Web.Hosting.StoredEvents.Types;

    /// <summary>An office as its file says.</summary>
    internal static OfficeState Office(OfficeCode code)
    {
        var file = ((Valid<Office>)OfficeFile.Read(JsonElement.Parse(File.ReadAllText(Shared.File($"offices/{code}.json"))))).Value;
        return OfficeState.Evolve(OfficeState.Evolve(null, new OfficeOpened(file.Details, file.Local)), new StandardAdopted(file.Standard));
    }

    static Guid Numbered(char kind, int number) => Guid.ParseExact($"{kind}0000000-0000-0000-0000-{number:000000000000}", "D");
}
