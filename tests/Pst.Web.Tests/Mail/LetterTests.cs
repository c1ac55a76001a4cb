using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pst.Domain;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Appointments;
using Pst.Web.Complaints;
using Pst.Web.Identity;
using Pst.Web.Mail;
using Pst.Web.OwnData;
using Pst.Web.Pages;
using Pst.Web.Pages.Kiosk;
using Pst.Web.Softcopies;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Tests.Mail;

/// <summary>What mails say, on paper and before they are sent.</summary>
public sealed partial class LetterTests
{
    const string Link = "https://pst.example/p/abc?bahasa=en&x=1";

    static readonly StringLocalizer<Sentences> Text = new(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    static readonly LetterPaper Paper = new(Text);
    static readonly OfficeDetails Office = new("BPS Kota Metro", "PST", "BPS", Zone.Jakarta, "Jl. A", "0725", "https://metro.example");

    // All that is written to people who are not at work here.
    public static TheoryData<string> Letters => [.. Written.Keys];

    static readonly Dictionary<string, Func<LetterWords>> Written = new()
    {
        ["complaint received"] = Complaint(new ComplaintReceived(
            ComplaintCode.Parse("PGD260302001", null), ComplaintWay.Online, true, Guid.Empty, null,
            new(default, default, default, default))),
        ["complaint answered"] = Complaint(new ComplaintAnswered(Guid.Empty)),
        ["information asked"] = Complaint(new InformationAsked(Guid.Empty, default, default)),
        ["complaint resolved"] = Complaint(new ComplaintResolved(Guid.Empty, default)),
        ["complaint closed"] = Complaint(new ComplaintClosed(Closing.NoReply, null)),
        ["softcopy asked"] = Softcopy(new SoftcopyAsked(
            SoftcopyNumber.Parse("SC-1872-2026-0001", null), PublicationId.Parse("x", null),
            SoftcopyWay.Form, 4, null, null, null, null, default)),
        ["softcopy delivered"] = Softcopy(new SoftcopyDelivered(new(2026, 3, 15, 23, 30, 0, TimeSpan.Zero))),
        ["softcopy declined"] = Softcopy(new SoftcopyDeclined(Guid.Empty)),
        ["softcopy called back"] = Softcopy(new SoftcopyCalledBack(Guid.Empty)),
        ["appointment made"] = Appointment(new AppointmentMade(Slot, 1)),
        ["appointment moved"] = Appointment(new AppointmentMoved(Slot, 1)),
        ["appointment cancelled"] = Appointment(new AppointmentCancelled(AppointmentSide.Visitor, null)),
        ["appointment cancelled by the office"] = Appointment(new AppointmentCancelled(AppointmentSide.Office, Guid.Empty), "OK."),
        ["account to confirm"] = () => Accounts.Confirm(Link), ["account known"] = () => Accounts.Known(Link),
        ["sign-in link"] = () => Accounts.SignIn(Link), ["account with a second step"] = () => Accounts.SecondStep(Link),
        ["account unknown"] = () => Accounts.Unknown(Link),
        ["invitation"] = () => new Invitations(null!, null!, Paper, null!, Text).WordsOf(
           new() { Name = "Ratna", UserName = "ratna" }, Link),
        ["code at the kiosk"] = () => new ReturningCodes(null!, null!, null!, null!, Paper, Text, null!).WordsOf("123456"),
        ["own data"] = () => new OwnDataLinks(null!, null!, null!, Paper, Text, null!).WordsOf(Link),
        ["own data settled"] = () => new Settlements(null!, null!, null!, null!, Paper, null!, Text, null!).WordsOf(
            Office, new(1, DataRequestKind.Erasure, default, default, null, null, null, null), RequestOutcome.Done, "OK."),
    };

    static AppointmentSlot Slot => new(new(2026, 3, 3), new(9, 30));

    static Func<LetterWords> Appointment(AppointmentEvent it, string? reason = null) => () => new AppointmentLetters(
            null!, Paper, new(new ConfigurationBuilder().Build()), null!, Text, TimeProvider.System)
        .WordsOf(new(it, new(Guid.Empty), Slot, Link, "ABCDE-FGHJK") { Reason = reason }, Office);

    static AccountLetters Accounts => new(Paper, Text);

    static Func<LetterWords> Complaint(ComplaintEvent it) => () => new ComplaintLetters(null!, Paper, Text).WordsOf(it, Office.Name, Link);
    static Func<LetterWords> Softcopy(SoftcopyEvent it) => () => new SoftcopyLetters(null!, Paper, Text).WordsOf(it, Office, Link, Link);

    [Theory, MemberData(nameof(Letters))]
    public void Every_letter_is_there_in_both_languages_as_text_and_as_the_same_sentences_in_HTML(string letter)
    {
        var (indonesian, english) = (Paper.Write("id", Written[letter]), Paper.Write("en", Written[letter]));
        english.Subject.ShouldNotBe(indonesian.Subject);
        Indonesian().Matches($"{english.Subject}\n{english.Text}").ShouldBeEmpty();
        foreach (var (language, says) in new[] { ("id", indonesian), ("en", english) })
        {
            var page = new HtmlParser().ParseDocument(says.Html!);
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            page.QuerySelector("h1")!.TextContent.ShouldBe(says.Subject);
            foreach (var line in says.Text.Split('\n').Where(it => it is not ("" or "--" or Link)))
                page.Body!.TextContent.ShouldContain(line);
            page.QuerySelectorAll("a.button").Select(it => it.GetAttribute("href")).ShouldBe(says.Text.Contains(Link) ? [Link] : []);
            page.QuerySelectorAll("img, link, script, [src], [background]").ShouldBeEmpty("nothing is asked for from outside");
            says.Html!.ShouldNotContain("url(");
        }
    }

    [Fact]
    public void Whoever_writes_a_letter_is_listed_here()
    {
        var web = Path.Combine(Shared.Root, "src", "Pst.Web");
        Directory.EnumerateFiles(web, "*.cs", SearchOption.AllDirectories)
            .Where(it => !it.Contains("/obj/") && Regex.IsMatch(File.ReadAllText(it), @"\bLetterPaper paper\b"))
            .Select(it => Path.GetFileNameWithoutExtension(it)).Order(StringComparer.Ordinal).ShouldBe(
            [
                "AccountLetters", "AccountLinks", "AppointmentLetters", "AttentionMails", "ComplaintLetters", "ComplaintWorker",
                "Invitations", "MonthMaking", "OwnDataLinks", "ReturningCodes", "Settlements", "SoftcopyLetters",
            ]);
    }

    [Fact]
    public void Dates_are_the_readers_words_and_the_offices_day()
    {
        var letter = Written["softcopy delivered"];
        Paper.Write("id", letter).Text.ShouldContain("sampai 16 Maret 2026"); // 06.30 there
        Paper.Write("en", letter).Text.ShouldContain("16 March 2026");
    }

    [Fact]
    public void Whatever_somebody_is_called_is_words_and_nothing_else()
    {
        const string name = "<script>alert('x')</script> & \"Ratna\"";
        var said = Paper.Write(new(name, $"Untuk {name}\r\nBcc: x@example.org", $"Yth. {name},\n\nbuka:\nhttps://a.example/?\"><b>", name)
        {
            Link = "https://a.example/?\"><b>",
        });
        said.Subject.ShouldNotContain("\n");
        said.Text.ShouldContain($"Yth. {name},");
        var page = new HtmlParser().ParseDocument(said.Html!);
        page.QuerySelectorAll("script, b").ShouldBeEmpty();
        page.QuerySelector(".from")!.TextContent.ShouldBe(name);
        page.QuerySelector("a.button")!.GetAttribute("href").ShouldBe("https://a.example/?\"><b>");
    }

    [GeneratedRegex(@"\b(Anda|Tidak|tidak|Buka|untuk|karena|selama|pengaduan|permintaan|tautan)\b")]
    private static partial Regex Indonesian();
}
