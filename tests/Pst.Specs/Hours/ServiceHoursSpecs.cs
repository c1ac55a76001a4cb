using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Pst.Domain.Specs;

public sealed class ServiceHoursSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/hours.json");

    static readonly Dictionary<string, ServiceHours> Offices =
        Vectors.GetProperty("offices").EnumerateObject().ToDictionary(it => it.Name, it => OfficeFiles.HoursOf(it.Value));

    public static TheoryData<int> Instants => [.. Enumerable.Range(0, Vectors.GetProperty("instants").GetArrayLength())];

    static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;

    [Theory, MemberData(nameof(Instants))]
    public void An_office_is_open_as_the_agreement_says(int index)
    {
        var vector = Vectors.GetProperty("instants")[index];
        var (hours, instant) = (Offices[Text(vector, "office")], vector.GetProperty("at").GetDateTimeOffset());
        var open = vector.GetProperty("open").GetBoolean();

        hours.IsOpen(instant).ShouldBe(open);
        hours.LocalDay(instant).ShouldBe(DateOnly.Parse(Text(vector, "local")[4..14], null));
        hours.NextOpening(instant).ShouldBe(
            open ? instant : vector.GetProperty("nextOpening").Deserialize<DateTimeOffset?>());
    }

    static readonly Gen<DateTimeOffset> AnyInstant =
        from minute in Gen.Choose(0, 2 * 366 * 24 * 60)
        from tick in Gen.Elements(-1L, 0L, 1L)
        select new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute).AddTicks(tick);

    static readonly ValueList<Span> Morning = [new(new(9, 0), new(10, 0))], Ramadan = [new(new(8, 0), new(15, 0))];
    static readonly WeeklyHours Never = new([], [], [], [], [], [], []);
    static readonly WeeklyHours InRamadan = Never with { Mon = Ramadan, Tue = Ramadan, Wed = Ramadan };

    // Closed but for one season and one day.
    static readonly ServiceHours Seasonal = new(
        OfficeFiles.Bima.Local with
        {
            Hours = Never,
            SeasonalHours = [new(new(2027, 2, 8), new(2027, 3, 9), InRamadan)],
            DayOverrides = [new(new(2026, 3, 2), Morning)],
        },
        Zone.Makassar);

    static readonly Gen<(ServiceHours Hours, DateTimeOffset At)> AnyCase =
        from hours in Gen.Elements(Offices.Values.Append(Seasonal).ToArray())
        from at in AnyInstant
        select (hours, at);

    [Fact]
    public void An_office_is_open_exactly_when_the_next_opening_is_now() =>
        Law.HoldsFor(AnyCase, it => it.Hours.IsOpen(it.At) == (it.Hours.NextOpening(it.At) == it.At));

    [Fact]
    public void No_span_begins_between_now_and_the_next_opening() =>
        Law.HoldsFor(AnyCase, it =>
        {
            var next = it.Hours.NextOpening(it.At);
            var last = it.Hours.LocalDay(next ?? it.At.AddDays(500));
            var begins = Enumerable.InfiniteSequence(it.Hours.LocalDay(it.At).DayNumber, 1).Select(DateOnly.FromDayNumber)
                .TakeWhile(day => day <= last).SelectMany(it.Hours.Instants).Select(span => span.From).Where(from => from > it.At);
            return it.Hours.IsOpen(it.At) || begins.Select(from => (DateTimeOffset?)from).FirstOrDefault() == next;
        });

    [Fact]
    public void A_season_replaces_the_week_and_a_holiday_closes_it_and_an_override_decides_alone()
    {
        DateOnly monday = new(2026, 2, 23), tuesday = monday.AddDays(1), wednesday = monday.AddDays(2);
        var local = OfficeFiles.Bima.Local with
        {
            SeasonalHours = [new(monday, wednesday, InRamadan)],
            Holidays = [tuesday, wednesday],
            DayOverrides = [new(wednesday, Morning)],
        };
        var hours = new ServiceHours(local, Zone.Makassar);

        hours.SpansOn(monday).ShouldBe(Ramadan);
        hours.SpansOn(tuesday).ShouldBeEmpty();
        hours.SpansOn(wednesday).ShouldBe(Morning);
        hours.SpansOn(wednesday.AddDays(1)).ShouldBe(local.Hours.Thu);
    }

    [Theory, InlineData("Asia/Jakarta", "WIB", 7), InlineData("Asia/Makassar", "WITA", 8), InlineData("Asia/Jayapura", "WIT", 9)]
    public void A_zone_is_known_by_its_name_and_has_one_offset(string id, string abbreviation, int hours)
    {
        var zone = Zone.Parse(id, null);
        (zone.Abbreviation, zone.Offset).ShouldBe((abbreviation, TimeSpan.FromHours(hours)));
        zone.Offset.ShouldBe(TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc)));
    }
}
