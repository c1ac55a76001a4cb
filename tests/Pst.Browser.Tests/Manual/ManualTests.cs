using System.Text.RegularExpressions;
using Pst.Pages.Tests.Support;
using Pst.Testing;

namespace Pst.Browser.Tests.Manual;

/// <summary>
/// The manual stays true: its pictures can be made of the demo at any time. They are kept where PST_PICTURES names a folder:
/// <c>PST_PICTURES=docs/manual/img dotnet test tests/Pst.Browser.Tests --filter ManualTests</c>.
/// </summary>
public sealed partial class ManualTests(LivingOffice office) : IClassFixture<LivingOffice>
{
    static readonly string Folder = Path.Combine(Shared.Root, "docs", "manual");

    [Fact]
    public async Task Every_picture_of_the_manual_can_be_made()
    {
        var kept = Environment.GetEnvironmentVariable("PST_PICTURES") is { Length: > 0 } named ? Path.Combine(Shared.Root, named) : null;
        foreach (var picture in Pictures.Of(office))
        {
            var screen = await office.ScreenOfAsync(picture.Account);
            await screen.SetViewportSizeAsync(picture.Width, picture.Height);
            await screen.GotoAsync(picture.Address);
            if (picture.Act is { } act) await act(screen);
            await screen.ScreenshotAsync(new() { Path = kept is null ? null : Path.Combine(kept, $"{picture.Name}.png") });
        }
        office.Chromium.Complaints.Where(it => !it.Contains("/tidak-ada")).ShouldBeEmpty();
    }

    [Fact]
    public void The_manual_shows_every_picture_and_no_other()
    {
        var all = Pictures.Of(office).Select(it => it.Name).Order().ToList();
        var there = Directory.EnumerateFiles(Path.Combine(Folder, "img"), "*.png").Select(Path.GetFileNameWithoutExtension);
        Found(Shown()).Order().ShouldBe(all);
        there.Order().ShouldBe(all);
    }

    [Fact]
    public void What_the_manual_prints_in_bold_stands_on_a_page() =>
        Found(Bold()).Except(SentenceFiles.Indonesian()).ShouldBeEmpty();

    static IEnumerable<string> Found(Regex pattern) =>
        Directory.EnumerateFiles(Folder, "*.md")
            .SelectMany(it => pattern.Matches(File.ReadAllText(it))).Select(it => it.Groups[1].Value.Replace('\n', ' ')).Distinct();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\(img/([a-z-]+)\.png\)")]
    private static partial Regex Shown();
}
