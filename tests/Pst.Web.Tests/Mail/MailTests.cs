using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Mail;

namespace Pst.Web.Tests.Mail;

public sealed class MailTests
{
    static readonly EmailAddress Siti = EmailAddress.Parse("siti@example.org", null);

    [Fact]
    public async Task A_mail_reaches_the_server_as_it_was_written_and_is_forgotten_here()
    {
        var port = FreePort.Next();
        await using var server = await MailServer.StartAsync(port);
        await using var post = await PostOffice.ToServerAsync(port);
        await post.PutAsync(Siti, "Undangan – Pelayanan Statistik", "Selamat pagi,\ntautan Anda: https://pst.example/undangan/abc");

        await post.RunAsync();

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("From: \"PST\" <pst@example.org>");
        mail.ShouldContain("To: siti@example.org");
        mail.ShouldContain("=?utf-8?B?"); // a subject outside ASCII: RFC 2047
        mail.ReplaceLineEndings("\n").ShouldContain("Selamat pagi,\ntautan Anda: https://pst.example/undangan/abc");
        (await post.WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task While_the_server_is_away_a_mail_waits_and_no_log_names_its_reader()
    {
        var port = FreePort.Next();
        await using var post = await PostOffice.ToServerAsync(port);
        await post.PutAsync(Siti, "Kode", "123456");
        await post.RunAsync();
        (await post.WaitingAsync()).ShouldBe(1);
        post.Log.ShouldHaveSingleItem().ShouldContain("tried again later");

        await using var server = await MailServer.StartAsync(port);
        await post.RunAsync();
        server.Mails.ShouldBeEmpty("it is not due yet");

        post.Clock.Now += TimeSpan.FromMinutes(1);
        await post.RunAsync();
        server.Mails.Count.ShouldBe(1);
        post.Log.ShouldAllBe(it => !it.Contains("siti"));
    }

    [Fact]
    public async Task A_reader_whom_the_server_does_not_know_is_given_up_and_not_named()
    {
        var port = FreePort.Next();
        await using var server = await MailServer.StartAsync(port);
        await using var post = await PostOffice.ToServerAsync(port);
        await post.PutAsync(EmailAddress.Parse(MailServer.Unknown, null), "Kode", "123456");

        await post.RunAsync();

        (await post.WaitingAsync()).ShouldBe(0);
        var said = post.Log.ShouldHaveSingleItem();
        said.ShouldContain("status 550");
        said.ShouldNotContain(MailServer.Unknown);
    }

    [Fact]
    public async Task Two_nodes_send_a_mail_once_and_the_same_id_is_one_mail()
    {
        var port = FreePort.Next();
        await using var server = await MailServer.StartAsync(port);
        await using var post = await PostOffice.ToServerAsync(port);
        var id = Guid.CreateVersion7();
        for (var mail = 0; mail < 2; mail++) await post.PutAsync(Siti, "Ringkasan pagi", "…", id);

        await Task.WhenAll(post.RunAsync(), post.RunAsync());
        server.Mails.Count.ShouldBe(1);
    }

    // How often the server takes it. Once, but where its answer is lost: then nobody can know, and the name says that it is the same.
    [Theory, InlineData(Break.BeforeTheLastLine, 1), InlineData(Break.BeforeTheAnswer, 2), InlineData(Break.AfterTheAnswer, 1)]
    public async Task A_mail_over_a_line_that_breaks_arrives_once_as_far_as_SMTP_can_tell_and_always_by_the_same_name(
        Break moment, int taken)
    {
        await using var server = new BreakingMailServer(moment);
        await using var post = await PostOffice.ToServerAsync(server.Port);
        await post.PutAsync(Siti, "Kode", "123456");
        for (var round = 0; round < 3; round++)
        {
            await post.RunAsync();
            post.Clock.Now += TimeSpan.FromMinutes(10);
        }
        server.Mails.Count.ShouldBe(taken);
        server.Mails.Select(it => Regex.Match(it, "(?im)^Message-ID: .+$").Value).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        (await post.WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_is_text_then_HTML_then_what_a_calendar_reads()
    {
        await using var post = await PostOffice.ToFolderAsync();
        const string entry = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        await post.PutAsync(Siti, new("Janji", "Besok.", "<p>Besok – pukul 9.</p>", new("REQUEST", entry)));
        await post.RunAsync();

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(post.Folder).ShouldHaveSingleItem());
        Regex.Matches(mail, @"(?im)^Content-Type: (?<type>[\w/]+)").Select(it => it.Groups["type"].Value)
            .ShouldBe(["multipart/alternative", "text/plain", "text/html", "text/calendar"]);
        mail.ReplaceLineEndings("").ShouldContain("method=REQUEST");
        mail.ShouldContain("name=janji.ics");
        mail.ShouldContain("<p>Besok – pukul 9.</p>");
        mail.ShouldContain("METHOD:REQUEST\r\n");
    }

    [Fact]
    public async Task Lines_that_no_server_need_take_arrive_whole_and_their_reader_is_forgotten_all_the_same()
    {
        await using var post = await PostOffice.ToFolderAsync();
        var reader = EmailAddress.Parse($"{new string('s', 60)}+d=1@{new string('a', 60)}.{new string('b', 60)}.example", null);
        var about = $"{string.Concat(Enumerable.Repeat("panjang ", 300))}siti+lain=2@example.org";
        await post.PutAsync(reader, new("Kode", about, $"<p>{about}</p>"));
        await post.PutAsync(Siti, new("Kode", "123456"));
        await post.RunAsync();

        var mails = Directory.GetFiles(post.Folder).Select(File.ReadAllText).ToList();
        mails.Count.ShouldBe(2);
        mails.SelectMany(it => it.Split("\r\n")).ShouldAllBe(it => it.Length < 998);
        post.Route.Forget([reader.Value]);
        (await File.ReadAllTextAsync(Directory.GetFiles(post.Folder).ShouldHaveSingleItem())).ShouldContain("siti@example.org");
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_is_thrown_away()
    {
        await using var post = await PostOffice.ToServerAsync(FreePort.Next());
        await post.PutAsync(Siti, "Kode", "123456");
        post.Clock.Now += PostOffice.Life;
        await post.RunAsync();
        (await post.WaitingAsync()).ShouldBe(0);
        post.Log.ShouldHaveSingleItem().ShouldBe("1 mails could not be sent in time and were thrown away.");
    }

    [Fact]
    public async Task Without_a_server_mails_are_files_that_only_their_owner_reads()
    {
        await using var post = await PostOffice.ToFolderAsync();
        await post.PutAsync(Siti, "Undangan", "Selamat pagi");
        await post.RunAsync();

        var file = Directory.GetFiles(post.Folder).ShouldHaveSingleItem();
        Path.GetExtension(file).ShouldBe(".eml");
        (await File.ReadAllTextAsync(file)).ShouldContain("Subject: Undangan");
        File.GetUnixFileMode(post.Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_server_without_a_sender_is_a_mistake_that_shows_at_the_start() =>
        Should.Throw<InvalidOperationException>(() => new MailRoute(PostOffice.Settings(("Host", "localhost"))));
}
