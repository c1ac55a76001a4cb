using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Pst.Domain.Specs;

public sealed class PeopleSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/identity.json");

    public static TheoryData<string> Niks => Texts("nik");
    public static TheoryData<string> Phones => Texts("phone");
    public static TheoryData<string> Emails => Texts("email");

    static TheoryData<string> Texts(string list) => [.. Vectors.GetProperty(list).EnumerateArray().Select(Value)];

    static string Value(JsonElement vector) => vector.GetProperty("value").GetString()!;

    static JsonElement Vector(string list, string value) => Vectors.GetProperty(list).EnumerateArray().First(it => Value(it) == value);

    [Theory, MemberData(nameof(Niks))]
    public void A_nik_tells_a_birth_date_that_exists(string value)
    {
        var vector = Vector("nik", value);
        Nik.TryParse(value, null, out var nik).ShouldBe(vector.GetProperty("valid").GetBoolean());
        if (!vector.GetProperty("valid").GetBoolean()) return;

        nik.IsFemale.ShouldBe(vector.GetProperty("gender").GetString() == "female");
        (nik.Day, nik.Month, nik.Year).ShouldBe(
            (vector.GetProperty("day").GetInt32(), vector.GetProperty("month").GetInt32(), vector.GetProperty("year").GetInt32()));
        nik.Tail.ShouldBe(value[^4..]);
        $"{nik}".ShouldNotContain(value[..12]);
    }

    [Fact]
    public void Every_birth_date_of_two_centuries_makes_a_nik_and_the_day_is_read_back()
    {
        var births = from days in Gen.Choose(0, 73_048)
                     from woman in Gen.Elements(false, true)
                     from serial in Gen.Choose(1, 9999)
                     select (Day: new DateOnly(1900, 1, 1).AddDays(days), woman, serial);
        Law.HoldsFor(births, birth =>
        {
            var day = birth.Day.Day + (birth.woman ? 40 : 0);
            var read = Nik.TryParse($"187299{day:00}{birth.Day:MMyy}{birth.serial:0000}", null, out var nik);
            return read && (nik.Day, nik.Month, nik.Year, nik.IsFemale)
                == (birth.Day.Day, birth.Day.Month, birth.Day.Year % 100, birth.woman);
        });
    }

    [Theory, MemberData(nameof(Phones))]
    public void A_phone_number_has_one_spelling(string value)
    {
        var normal = Vector("phone", value).GetProperty("normal").GetString();
        PhoneNumber.TryParse(value, null, out var phone).ShouldBe(normal is not null);
        if (normal is null) return;

        phone.Normal.ShouldBe(normal);
        phone.Whatsapp.ShouldBe(Vector("phone", value).GetProperty("whatsapp").GetString());
        PhoneNumber.Parse(phone.Normal, null).ShouldBe(phone);
    }

    [Theory, MemberData(nameof(Emails))]
    public void An_email_address_is_one_that_can_be_written_to(string value)
    {
        var valid = Vector("email", value).GetProperty("valid").GetBoolean();
        EmailAddress.TryParse(value, null, out var email).ShouldBe(valid);
        if (valid) email.Value.ShouldBe(Vector("email", value).GetProperty("normal").GetString());
    }

    [Fact]
    public void A_letter_that_only_becomes_ascii_is_not_ascii() =>
        EmailAddress.TryParse("\u212Aiki@example.com", null, out _).ShouldBeFalse();

    [Fact]
    public void The_same_address_is_the_same_person()
    {
        foreach (var pair in Vectors.GetProperty("sameEmail").EnumerateArray())
            (EmailAddress.Parse(pair.GetProperty("a").GetString()!, null) == EmailAddress.Parse(pair.GetProperty("b").GetString()!, null))
                .ShouldBe(pair.GetProperty("same").GetBoolean(), $"{pair}");
    }
}
