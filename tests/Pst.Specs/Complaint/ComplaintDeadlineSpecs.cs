using System.Globalization;
using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>The agreed cases of working days (vectors/workingdays.json).</summary>
public sealed class ComplaintDeadlineSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/workingdays.json");

    static readonly string[] Lists = ["received", "informationAsked", "autoclose", "kept"];

    public static TheoryData<string> Cases =>
        [.. Lists.SelectMany(it => Enumerable.Range(0, Vectors.GetProperty(it).GetArrayLength()).Select(index => $"{it}/{index}"))];

    [Theory, MemberData(nameof(Cases))]
    public void Deadlines_fall_on_the_agreed_days(string name)
    {
        var (list, index) = (name.Split('/')[0], int.Parse(name.Split('/')[1], CultureInfo.InvariantCulture));
        var one = Vectors.GetProperty(list)[index];
        var office = Vectors.GetProperty("offices").GetProperty(one.GetProperty("office").GetString()!);
        Zone.TryParse(office.GetProperty("timeZone").GetString(), null, out var zone).ShouldBeTrue();
        var calendar = new WorkingCalendar(office.GetProperty("holidays").EnumerateArray().Select(it => it.Deserialize<DateOnly>()));
        ComplaintFacts On(string moment) => new(zone.Day(one.GetProperty(moment).GetDateTimeOffset()), calendar);
        void Ends(DateOnly date, JsonElement expected)
        {
            $"{date:O}".ShouldBe(expected.GetProperty("date").GetString());
            zone.At(date.AddDays(1), TimeOnly.MinValue).ShouldBe(expected.GetProperty("endsAt").GetDateTimeOffset());
        }

        switch (list)
        {
            case "informationAsked": Ends(On("askedAt").ReplyBy, one.GetProperty("expect")); break;
            case "autoclose": Ends(On("lastMessageAt").ClosesAfter, one.GetProperty("expect")); break;
            case "kept":
                (On("doneAt").Today <= Of(On("receivedAt").Promised, one.GetProperty("deadline").GetString()!))
                    .ShouldBe(one.GetProperty("inTime").GetBoolean());
                break;
            default:
                foreach (var expected in one.GetProperty("expect").EnumerateObject())
                    Ends(Of(On("receivedAt").Promised, expected.Name), expected.Value);
                break;
        }
    }

    static DateOnly Of(ComplaintDeadlines promised, string deadline) => deadline switch
    {
        "verified" => promised.VerifyBy,
        "firstResponse" => promised.RespondBy,
        "resolved" => promised.ResolveBy,
        "oversight" => promised.OversightBy,
        _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
    };
}
