using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Pst.Domain.Specs;

/// <summary>Every no is a sentence that people can act on.</summary>
public sealed class RefusalSpecs
{
    static readonly Refusal[] All =
        [.. typeof(Refusal).Assembly.GetTypes().Where(it => it.IsSealed && it.IsAssignableTo(typeof(Refusal))).Select(Example)];

    static Refusal Example(Type type) =>
        (Refusal)type.GetConstructors().Single().Invoke([.. type.GetConstructors().Single().GetParameters().Select(ValueFor)]);

    static object ValueFor(System.Reflection.ParameterInfo parameter) =>
        parameter.ParameterType == typeof(DateOnly) ? new DateOnly(2026, 3, 2) : 7;

    static Dictionary<string, string> Sentences(string language) =>
        new ResourceManager(typeof(Refusal)).GetResourceSet(new CultureInfo(language), true, tryParents: language == "id")!
            .Cast<DictionaryEntry>().ToDictionary(it => (string)it.Key, it => (string)it.Value!);

    [Theory, InlineData("id"), InlineData("en")]
    public void Every_refusal_has_its_sentence_and_no_sentence_is_left_over(string language) =>
        Sentences(language).Keys.ShouldBe(All.Select(it => it.Code).Distinct(), ignoreOrder: true);

    [Theory, InlineData("id"), InlineData("en")]
    public void A_sentence_says_why_and_ends_with_what_to_do(string language)
    {
        foreach (var (code, sentence) in Sentences(language))
            sentence.TrimEnd('.').Split(". ").Length.ShouldBe(2, $"{code}: {sentence}");
    }

    [Theory, InlineData("id"), InlineData("en")]
    public void A_sentence_tells_what_the_refusal_knows(string language)
    {
        foreach (var refusal in All)
        {
            var told = string.Format(CultureInfo.InvariantCulture, Sentences(language)[refusal.Code], refusal.Values());
            refusal.Values().ShouldAllBe(value => told.Contains($"{value}"));
            told.ShouldNotContain("{");
        }
    }

    [Fact]
    public void A_program_is_told_what_remains() =>
        new VisitRefusal.CopyQuotaExceeded(7).Facts().ShouldBe(new Dictionary<string, object> { ["remaining"] = 7 });

    [Fact]
    public void Every_refusal_of_the_agreement_is_here()
    {
        var rows = Shared.Lines("domain.md").SkipWhile(it => it != "| code | when |").Skip(2).TakeWhile(it => it.StartsWith('|'));
        var codes = rows.SelectMany(row => Regex.Matches(row.Split('|')[1], "`([a-z_]+)`").Select(it => it.Groups[1].Value));
        codes.Except(["remaining"]).ShouldBeSubsetOf(All.Select(it => it.Code));
    }
}
