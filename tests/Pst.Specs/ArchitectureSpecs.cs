using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pst.Domain.Specs;

/// <summary>What ARCHITECTURE.md says of the parts and how they stand on each other.</summary>
public sealed class ArchitectureSpecs
{
    static readonly string Source = Path.Combine(Shared.Repository, "src");

    static XDocument Project(string name) => XDocument.Load(Path.Combine(Source, name, $"{name}.csproj"));

    static IEnumerable<string> Included(XDocument project, string element) =>
        project.Descendants(element).Where(it => (string?)it.Attribute("PrivateAssets") != "all")
            .Select(it => (string)it.Attribute("Include")!);

    static IEnumerable<string> FilesUnder(string folder, params string[] kinds) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(it => kinds.Contains(Path.GetExtension(it)) && !Regex.IsMatch(it, @"[/\\](bin|obj|lib|node_modules)[/\\]"));

    [Theory]
    [InlineData("Pst.Domain"), InlineData("Pst.Proof"), InlineData("Pst.Verifier", "Pst.Proof")]
    [InlineData("Pst.EventStore", "Pst.Domain", "Pst.Proof"), InlineData("Pst.Projections", "Pst.EventStore")]
    [InlineData("Pst.Web", "Pst.Projections")]
    public void References_run_one_way(string project, params string[] below) =>
        Included(Project(project), "ProjectReference").Select(it => it.Split('\\')[^2]).ShouldBe(below);

    [Fact]
    public void There_are_no_other_parts() =>
        Directory.GetDirectories(Source).Select(Path.GetFileName)
            .ShouldBe(["Pst.Domain", "Pst.Proof", "Pst.EventStore", "Pst.Projections", "Pst.Web", "Pst.Verifier"], ignoreOrder: true);

    [Theory, InlineData("Pst.Domain"), InlineData("Pst.Proof"), InlineData("Pst.Verifier")]
    [InlineData("Pst.EventStore", "Npgsql"), InlineData("Pst.Projections")]
    public void Only_the_store_needs_a_package_below_the_web(string project, params string[] packages) =>
        Included(Project(project), "PackageReference").ShouldBe(packages);

    [Fact]
    public void The_store_knows_nothing_of_visits() =>
        FilesUnder(Path.Combine(Source, "Pst.EventStore"), ".cs", ".sql")
            .Where(it => File.ReadAllText(it).Contains("visit", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

    [Theory, InlineData("Pst.Domain"), InlineData("Pst.Projections")]
    public void Neither_clock_nor_chance_nor_culture_reaches_the_rules(string project)
    {
        var included = Project(project).Descendants().Select(it => (string?)it.Attribute("Include")).ToList();
        included.ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        included.ShouldContain(@"..\BannedSymbols.txt");
    }

    [Theory]
    [InlineData("P:System.DateTime.Now"), InlineData("P:System.DateTime.UtcNow"), InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now"), InlineData("P:System.DateTimeOffset.UtcNow"), InlineData("T:System.TimeProvider")]
    [InlineData("M:System.Guid.NewGuid"), InlineData("M:System.Guid.CreateVersion7"), InlineData("T:System.Random")]
    [InlineData("M:System.Guid.CreateVersion7(System.DateTimeOffset)"), InlineData("P:System.TimeZoneInfo.Local")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    public void Is_banned(string symbol) =>
        File.ReadLines(Path.Combine(Source, "BannedSymbols.txt")).Select(it => it.Split(';')[0]).ShouldContain(symbol);

    [Fact]
    public void Nobody_reads_another_clock_than_the_one_that_tests_may_set() =>
        FilesUnder(Source, ".cs", ".cshtml").Where(it => Regex.IsMatch(File.ReadAllText(it), @"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b"))
            .ShouldBeEmpty();

    // Who else reads the vault, and why nothing of it shows: it is written, counted, compared, sent to its owner, or a number comes back.
    static readonly string[] VaultFiles =
    [
        "Vault/VaultReads.cs", "Vault/RefusedForms.cs", "Vault/VaultCheck.cs", "Vault/TextCheck.cs", "Vault/AttachmentCheck.cs",
        "Writing/VisitFactsFound.cs",
        "Pages/Desk/VisitorRecords.cs",
        "Pages/Kiosk/ReturningCodes.cs", "Pages/Kiosk/ReturningVisitors.cs", "Mail/Postman.cs", "Mail/Outbox.cs",
        "Erasing/KeptFound.cs", "Erasing/Expired.cs", "Erasing/Traces.cs",
        "OwnData/OwnDataLinks.cs", "OwnData/OwnDataReads.cs", "OwnData/OwnDataWriter.cs", "OwnData/Settlements.cs",
        "Softcopies/RequesterSql.cs", "Softcopies/MadeFiles.cs",
        "VisitorAccounts/AccountFile.cs", "VisitorAccounts/AccountLinks.cs", "VisitorAccounts/AccountRecords.cs",
        "Online/LibraryUse.cs", "Online/OnlineVisits.cs",
    ];

    [Fact]
    public void The_vault_is_read_where_it_is_known_to_be()
    {
        var web = Path.Combine(Source, "Pst.Web");
        FilesUnder(Source, ".cs", ".cshtml").Where(it => Regex.IsMatch(File.ReadAllText(it), @"\b(from|join|update|into)\s+vault\."))
            .Select(it => Path.GetRelativePath(web, it).Replace('\\', '/')).ShouldBeSubsetOf(VaultFiles);
    }

    [Fact]
    public void Nothing_of_the_vault_is_shown_but_by_what_records_who_looks() =>
        FilesUnder(Source, ".cs", ".cshtml").Where(it => Regex.IsMatch(File.ReadAllText(it), @"\bVaultReads\b"))
            .Select(Path.GetFileName).ShouldBe(["VaultReads.cs", "VisitorFile.cs", "OpenWords.cs", "PstHost.cs"], ignoreOrder: true);

    [Fact]
    public void A_file_is_read_at_one_sitting() =>
        FilesUnder(Source, ".cs", ".cshtml", ".sql", ".js").Where(it => File.ReadLines(it).Count() > 150).ShouldBeEmpty();

    [Theory, InlineData("src"), InlineData("tests"), InlineData("bench")]
    public void A_line_fits_the_screen(string folder) =>
        FilesUnder(Path.Combine(Shared.Repository, folder), ".cs")
            .SelectMany(file => File.ReadLines(file).Index().Where(it => it.Item.Length > 140).Select(it => $"{file}:{it.Index + 1}"))
            .ShouldBeEmpty();

    [Fact]
    public void An_invariant_names_a_test_that_exists()
    {
        var tests = FilesUnder(Path.Combine(Shared.Repository, "tests"), ".cs")
            .ToLookup(it => Path.GetFileNameWithoutExtension(it), File.ReadAllText);
        var map = File.ReadLines(Path.Combine(Shared.Repository, "ARCHITECTURE.md"));
        foreach (var holder in map.Where(it => it.StartsWith("Invariant:", StringComparison.Ordinal)).Select(it => it.Split(" – ")[^1]))
        {
            var text = string.Concat(Regex.Matches(holder, @"\w+(Specs|Tests)\b").SelectMany(it => tests[it.Value]));
            text.ShouldNotBeEmpty(holder);
            foreach (Match method in Regex.Matches(holder, @"[A-Z]\w*_\w+")) text.ShouldContain($" {method.Value}(", customMessage: holder);
        }
    }
}
