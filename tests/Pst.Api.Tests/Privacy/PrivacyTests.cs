namespace Pst.Api.Tests.Privacy;

/// <summary>What people say about themselves lies in the vault, and nowhere else.</summary>
public sealed class PrivacyTests(RecognizableDay day) : IClassFixture<RecognizableDay>
{
    [Fact]
    public void It_is_in_the_vault() => Guest.Kept.ShouldAllBe(it => day.Tables["vault"].Any(row => row.Contains(it)));

    [Fact]
    public void It_is_in_no_line_of_the_log()
    {
        day.Log.ShouldContain(it => it.Contains("broken"), "what failed is told");
        // A page that asks for the kind of a disability offers all of them.
        ShouldTellNothing(day.Log.Select(it => it.Replace("disabilityKind.intelektual", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_not_in_the_databases_own_log() => ShouldTellNothing(day.DatabaseLog.Split('\n'));

    [Fact]
    public void It_is_in_no_address()
    {
        day.Addresses.ShouldContain(it => it.Contains("/tiket"));
        ShouldTellNothing(day.Addresses);
    }

    [Theory, InlineData("pst"), InlineData("read"), InlineData("identity"), InlineData("library")]
    public void It_is_in_no_table_but_the_vaults(string schema)
    {
        day.Tables[schema].ShouldNotBeEmpty();
        ShouldTellNothing(day.Tables[schema]);
    }

    [Fact]
    public void There_are_no_other_tables() =>
        day.Tables.Select(it => it.Key).Except(["pst", "read", "identity", "vault", "library"]).ShouldBeEmpty();

    static void ShouldTellNothing(IEnumerable<string> lines) =>
        lines.Where(line => Guest.Marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
}
