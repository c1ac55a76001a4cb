using System.Globalization;
using System.Resources;
using System.Text.Json;
using static Pst.Domain.InputError;

namespace Pst.Domain.Specs;

public sealed class FieldsSpecs
{
    sealed record Person(string Name, string? Email);
    sealed record Form(Person Visitor, int Age, bool Noticed, Channel Channel, ValueList<Locker> Lockers);

    static Form Shape(Fields fields)
    {
        var visitor = fields.Object("visitor");
        return new(
            new(visitor.Text("name", 10), visitor.OptionalText("email", 20)),
            fields.Int("age", 1, 7), fields.Bool("noticed"), fields.Word("channel", Channel.Offline),
            fields.OptionalList("lockers", 2, it => it.Parsed<Locker>()) ?? []);
    }

    static Input<Form> Read(string body) => Fields.Of(JsonElement.Parse(body)).Read(Shape);

    static InputErrors ErrorsOf(string body) => Read(body).ShouldBeOfType<Invalid<Form>>().Errors;

    [Fact]
    public void What_holds_every_rule_is_read() =>
        Read("""{"visitor": {"name": "Siti", "email": null}, "age": 3, "noticed": true, "channel": "online", "lockers": ["A01", "A02"]}""")
            .ShouldBe(new Valid<Form>(new(new("Siti", null), 3, true, Channel.Online, [new("A01"), new("A02")])));

    [Fact]
    public void All_faults_are_told_each_under_its_path()
    {
        var errors = ErrorsOf("""
            {"visitor": {"name": " ", "email": 3, "age": 3}, "noticed": "true", "channel": "fax", "lockers": ["A01", ""], "colour": 1}
            """);
        errors.Paths.ShouldBe(["age", "channel", "colour", "lockers[1]", "noticed", "visitor.age", "visitor.email", "visitor.name"]);
        errors.At("age").ShouldBe([new Required()]);
        errors.At("visitor.age").ShouldBe([new Unknown()]);
        errors.At("visitor.name").ShouldBe([new Blank()]);
        errors.At("channel").ShouldHaveSingleItem().Values().ShouldBe(["offline, online"]);
    }

    [Fact]
    public void What_is_missing_is_one_fault_not_one_for_each_part() =>
        ErrorsOf("""{"age": 3, "noticed": true}""").Paths.ShouldBe(["visitor"]);

    [Theory, InlineData("[]"), InlineData("3"), InlineData("null"), InlineData("\"text\"")]
    public void A_body_that_is_no_object_is_one_fault(string body) => ErrorsOf(body).Paths.ShouldBe(["$"]);

    [Theory, InlineData("3.0"), InlineData("1e0"), InlineData("\"3\""), InlineData("true"), InlineData("[3]"), InlineData("null")]
    [InlineData("0"), InlineData("8"), InlineData("99999999999999999999")]
    public void A_number_is_whole_within_its_range_and_not_in_quotes(string age) =>
        ErrorsOf($$"""{"visitor": {"name": "Siti"}, "age": {{age}}, "noticed": true}""").Paths.ShouldBe(["age"]);

    [Fact]
    public void A_field_that_comes_twice_is_a_fault_also_with_one_value() =>
        ErrorsOf("""{"visitor": {"name": "Siti", "name": "Siti"}, "age": 3, "noticed": true}""")
            .At("visitor.name").ShouldBe([new Repeated()]);

    [Theory, InlineData("\\u0000"), InlineData("a\\nb"), InlineData("\\ud83d"), InlineData("\\u0085")]
    [InlineData("12345678901")]
    public void A_line_holds_no_control_character_half_character_or_too_many(string name) =>
        ErrorsOf($$"""{"visitor": {"name": "{{name}}"}, "age": 3, "noticed": true}""").Paths.ShouldBe(["visitor.name"]);

    [Fact]
    public void An_emoji_is_one_character() =>
        Read("""{"visitor": {"name": "📚📚📚📚📚📚📚📚📚📚"}, "age": 3, "noticed": true}""").ShouldBeOfType<Valid<Form>>();

    [Fact]
    public void Broken_letters_are_a_fault_wherever_they_stand()
    {
        byte[] body = [.. """{"visitor": {"name": " """u8, 0xff, .. "\"}, \"age\": 3, \"noticed\": true, \""u8, 0xff, .. "\": 1}"u8];
        Fields.Of(JsonElement.Parse(body)).Read(Shape).ShouldBeOfType<Invalid<Form>>().Errors.Paths.ShouldBe(["?", "visitor.name"]);
    }

    [Theory, InlineData("2026-03-02T09:00:00+07:00", "2026-03-02T02:00:00Z"), InlineData("2026-03-02T02:00Z", "2026-03-02T02:00:00Z")]
    [InlineData("2026-03-02T09:00:00.1234567+07:00", "2026-03-02T02:00:00.123456Z")]
    [InlineData("2026-03-02 09:00:00+07:00", null), InlineData("2026-02-30T09:00:00Z", null), InlineData("0001-01-01T00:00:00+07:00", null)]
    [InlineData("2026-03-02", null), InlineData("", null), InlineData("2026-03-02T09:00:00", null)]
    public void An_instant_needs_its_offset_and_comes_in_utc(string text, string? utc) =>
        (Fields.Of(JsonSerializer.SerializeToElement(new { at = text })).Read(it => $"{it.Instant("at"):yyyy-MM-ddTHH:mm:ss.FFFFFFFK}")
            is Valid<string>(var read) ? read.Replace("+00:00", "Z", StringComparison.Ordinal) : null).ShouldBe(utc);

    [Fact]
    public void A_form_is_read_as_the_body_that_it_stands_for() =>
        Fields.OfForm([
                new("visitor.name", "Siti"), new("visitor.email", ""), new("age", "3"), new("noticed", "on"),
                new("lockers", "A01"), new("lockers", "A02"),
            ])
            .Read(Shape).ShouldBe(new Valid<Form>(new(new("Siti", null), 3, true, Channel.Offline, [new("A01"), new("A02")])));

    [Theory, InlineData("visitor", "Siti"), InlineData("visitor.name.first", "Siti"), InlineData("age", "3.0")]
    [InlineData("a.b.c.d.e.f", "1"), InlineData("", "1")]
    public void A_form_that_stands_for_no_such_body_is_refused(string name, string value) =>
        Fields.OfForm([new("visitor.name", "Siti"), new("age", "3"), new("noticed", "true"), new(name, value)])
            .Read(Shape).ShouldBeOfType<Invalid<Form>>();

    [Fact]
    public void A_form_may_break_lines_where_a_text_may() =>
        Fields.OfForm([new("comment", "Baik.\r\nTerima kasih.")]).Read(it => it.Text("comment", 40, lines: true))
            .ShouldBe(new Valid<string>("Baik.\nTerima kasih."));

    [Theory, InlineData("id", "Isi dengan bilangan dari 1 sampai 7."), InlineData("en", "Give a number from 1 to 7.")]
    public void A_fault_says_what_to_do_in_the_language_asked(string language, string sentence) =>
        ErrorsOf("""{"visitor": {"name": "Siti"}, "age": 8, "noticed": true}""")
            .Sentences(new CultureInfo(language))["age"].ShouldBe([sentence]);

    [Theory, InlineData("id"), InlineData("en")]
    public void Every_fault_has_its_sentence(string language)
    {
        var sentences = new ResourceManager(typeof(InputError)).GetResourceSet(new CultureInfo(language), true, language == "id")!;
        typeof(InputError).GetNestedTypes().Select(CodeOf).ShouldAllBe(code => sentences.GetString(code) != null);
    }

    static string CodeOf(Type fault)
    {
        var arguments = fault.GetConstructors()[0].GetParameters().Select(it => it.ParameterType.IsValueType ? (object)0 : null);
        return ((InputError)Activator.CreateInstance(fault, [.. arguments])!).Code;
    }
}
