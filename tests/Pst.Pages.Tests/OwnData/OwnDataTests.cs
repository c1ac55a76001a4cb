using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;

namespace Pst.Pages.Tests.OwnData;

public sealed class OwnDataTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_link_from_the_email_opens_ones_own_data_once_and_that_is_recorded()
    {
        var visit = await SignedAsync("sekali@example.org", "Sinta Dewi");
        var link = await LinkAsync("sekali@example.org");
        Regex.IsMatch(link, "^/data-saya/1872[0-9a-f]{48}$").ShouldBeTrue("nothing of a person stands in the address");

        var phone = await site.NewBrowser().OpenAsync(link);
        phone.Text("main").ShouldNotContain("Sinta", Case.Sensitive, "a look at the link opens nothing");
        await phone.PressAsync("Buka data saya");
        phone.Address.ShouldBe("/data-saya");
        phone.Text("dl").ShouldContain("Sinta Dewi");
        phone.Text("dl").ShouldContain("sekali@example.org");
        phone.Text("section[aria-labelledby=kunjungan]").ShouldContain("Pengunjung mengisi buku tamu");
        phone.Text("section[aria-labelledby=dilihat]").ShouldContain("Anda sendiri, semuanya");

        var other = await site.NewBrowser().OpenAsync(link);
        await other.PressAsync("Buka data saya");
        other.Text("[role=alert]").ShouldStartWith("Tautan ini sudah dipakai");
        (await other.OpenAsync("/data-saya")).Text("main").ShouldNotContain("Sinta");
        var looked = $"from pst.mt_events where stream_id = '{await VisitorOfAsync(visit)}' and type = 'details_seen'";
        (await site.ScalarAsync<string>($"select concat(data ->> 'What', headers ->> 'role', user_name) {looked}"))
            .ShouldBe("11visitorown");

        site.Clock.Now += TimeSpan.FromMinutes(31);
        (await phone.OpenAsync("/data-saya")).Text("main").ShouldNotContain("Sinta", Case.Sensitive, "its time has passed");
    }

    [Fact]
    public async Task Whether_an_address_is_known_is_not_told_and_one_mail_goes_out_at_a_time()
    {
        await SignedAsync("dikenal@example.org", "Tono Dikenal");
        var mails = await site.MailsAsync();
        var known = await AskAsync("dikenal@example.org");
        var again = await AskAsync("dikenal@example.org");
        var stranger = await AskAsync("asing@example.org");
        var nonsense = await AskAsync("bukan alamat");

        new[] { again, stranger, nonsense }.ShouldAllBe(it => it == known);
        (await site.MailsAsync()).ShouldBe(mails + 1);
        (await site.NewBrowser().OpenAsync("/data-saya?handler=Json")).Address.ShouldBe("/data-saya");
    }

    [Fact]
    public async Task It_goes_home_as_JSON_with_nothing_of_anybody_else()
    {
        await SignedAsync("tetangga@example.org", "Orang Lain");
        var visit = await SignedAsync("bawa@example.org", "Wati Pulang");
        var phone = await OpenedAsync("bawa@example.org");
        await phone.OpenAsync("/data-saya?handler=Json");
        var text = await phone.Answer.Content.ReadAsStringAsync();
        text.ShouldNotContain("Orang Lain");
        var file = JsonElement.Parse(text);
        file.GetProperty("details").GetProperty("email").GetString().ShouldBe("bawa@example.org");
        file.GetProperty("visits")[0].GetProperty("visit").GetString().ShouldBe(visit);
        file.GetProperty("visits")[0].GetProperty("steps").GetArrayLength().ShouldBe(2);
        file.GetProperty("looks").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_is_corrected_takes_the_place_of_what_was_and_the_log_can_prove_it_and_tells_nothing()
    {
        var visit = await SignedAsync("koreksi@example.org", "Sallah Ketik");
        var phone = await OpenedAsync("koreksi@example.org");
        await phone.PressAsync("Simpan perbaikan", ("name", "Salma Ketik"), ("phone", "bukan nomor"));
        phone.Text("[role=alert]").ShouldContain("Nomor HP");
        await phone.PressAsync("Simpan perbaikan", ("name", "Salma Ketik"), ("phone", "+62 812-3456-7890"));
        phone.Text("[role=status]").ShouldBe("Tersimpan.");
        phone.Text("dl").ShouldContain("081234567890");

        var visitor = await VisitorOfAsync(visit);
        (await site.ScalarAsync<string>($"select name from vault.visitor where visitor = '{visitor}'")).ShouldBe("Salma Ketik");
        (await site.ScalarAsync<string>($"select name from vault.signing where visit = '{visit}'")).ShouldBe("Sallah Ketik", "as signed");
        var commitment = $"select data ->> 'Commitment' from pst.mt_events where stream_id = '{visitor}' and type = 'details_changed'";
        (await site.ScalarAsync<string>(commitment)).Length.ShouldBe(64);
        var database = (PstDatabase)site.Services.GetService(typeof(PstDatabase))!;
        (await new VaultCheck(database.Worker).FaultsAsync(default)).ShouldBeEmpty();
        await site.ScalarAsync<string>($"update vault.visitor set phone = '0811' where visitor = '{visitor}' returning phone");
        (await new VaultCheck(database.Worker).FaultsAsync(default)).Single()
            .ShouldEndWith("what the visitor corrected is not what lies in the vault");
        await site.ScalarAsync<string>($"update vault.visitor set phone = '081234567890' where visitor = '{visitor}' returning phone");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text ~* 'ketik|81234567890|koreksi@'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_request_shows_to_the_supervisor_with_the_laws_clock_and_its_answer_goes_out_by_mail()
    {
        await SignedAsync("minta@example.org", "Yuni Minta");
        var phone = await OpenedAsync("minta@example.org");
        await phone.PressAsync("Ajukan", ("kind", "correction"), ("words", "email saya <b>berganti</b>"));
        phone.Text("section[aria-labelledby=permintaan] p").ShouldContain("dijawab paling lambat");
        await phone.PressAsync("Ajukan", ("kind", "correction"));
        phone.Text("[role=alert]").ShouldStartWith("Permintaan yang sama sudah diajukan");

        var supervisor = await site.SignedInAsync("yuli", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/permintaan-data");
        supervisor.Text("header nav a[href='/permintaan-data']").ShouldBe("Permintaan data 1 belum dijawab");
        supervisor.Text(".countdown.green").ShouldBe("● sisa 72 jam 0 mnt");
        supervisor.Text("main").ShouldNotContain("Yuni");
        await site.OpenAsync("5272");
        var bima = await site.SignedInAsync("bimantara", Role.Supervisor, "5272");
        (await bima.OpenAsync("/permintaan-data")).Page.QuerySelector("table").ShouldBeNull();
        (await bima.OpenAsync("/permintaan-data/1872")).Status.ShouldBe(HttpStatusCode.NotFound);
        var staff = await site.SignedInAsync("petugas", Role.Staff, "1872");
        (await staff.OpenAsync("/permintaan-data")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var started = site.Clock.Now;
        site.Clock.Now = started.AddHours(48);
        supervisor = await site.SignInAsync("yuli"); // the session has ended meanwhile
        (await supervisor.OpenAsync("/permintaan-data")).Text(".countdown.amber").ShouldBe("▲ sisa 24 jam 0 mnt");
        site.Clock.Now = started.AddHours(73);
        supervisor = await site.SignInAsync("yuli");
        (await supervisor.OpenAsync("/permintaan-data")).Text(".countdown.red").ShouldBe("■ terlambat 1 jam 0 mnt");

        await supervisor.PressLinkAsync("Memperbaiki data");
        supervisor.Text("main").ShouldNotContain("Yuni", Case.Sensitive, "not before it is opened, which is recorded");
        await supervisor.PressAsync("Buka data");
        supervisor.Text("dl").ShouldContain("Yuni Minta");
        supervisor.Text("dl").ShouldContain("email saya <b>berganti</b>");
        await supervisor.PressAsync("Selesaikan dan kirim", ("outcome", "partly"), ("told", "Datanglah dengan kartu identitas."));
        supervisor.Text("tbody").ShouldContain("dipenuhi sebagian");
        supervisor.Text("header nav a[href='/permintaan-data']").ShouldBe("Permintaan data");
        var mail = await site.MailAsync();
        mail.ShouldContain("minta@example.org");
        mail.ShouldContain("Datanglah dengan kartu identitas.");

        phone = await OpenedAsync("minta@example.org");
        phone.Text("section[aria-labelledby=permintaan] p").ShouldContain("Datanglah dengan kartu identitas.");
        phone.Text("section[aria-labelledby=dilihat]").ShouldContain("Penyelia, nama dan kontak, atas permintaan Anda");
        phone.Text("section[aria-labelledby=dilihat]").ShouldNotContain("yuli", Case.Insensitive, "by role and not by name");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text ~* 'berganti|Datanglah'")).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_asks_to_be_forgotten_is_once_it_is_settled_and_hears_of_it()
    {
        var visit = await SignedAsync("lupakan@example.org", "Rina Lupakan");
        var phone = await OpenedAsync("lupakan@example.org");
        await phone.PressAsync("Ajukan", ("kind", "erasure"), ("words", "saya tidak kembali"));

        var supervisor = await site.SignedInAsync("rosi", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/permintaan-data");
        await supervisor.PressLinkAsync("Menghapus data");
        await supervisor.PressAsync("Selesaikan dan kirim", ("outcome", "done"), ("told", "Data Anda sudah dihapus."));
        supervisor.Text("[role=alert]").ShouldStartWith("Kunjungan");
        await supervisor.ActAsync(visit, ["depart"]);
        await supervisor.OpenAsync("/permintaan-data");
        await supervisor.PressLinkAsync("Menghapus data");
        await supervisor.PressAsync("Selesaikan dan kirim", ("outcome", "done"), ("told", "Data Anda sudah dihapus."));

        supervisor.Text("tbody").ShouldContain("dipenuhi");
        (await site.MailAsync()).ShouldContain("Data Anda sudah dihapus.");
        (await phone.OpenAsync("/data-saya")).Text("main").ShouldNotContain("Rina");
        (await site.ScalarAsync<long>($"select count(*) from vault.signing where visit = '{visit}'")).ShouldBe(0);
        (await site.ScalarAsync<long>("select count(*) from vault.text where body ~ 'tidak kembali|sudah dihapus'")).ShouldBe(0);
        (await site.ScalarAsync<long>("select count(*) from vault.letter")).ShouldBe(0, "sent, it is nowhere");
    }

    async Task<string> SignedAsync(string email, string name)
    {
        await site.OpenAsync("1872");
        return (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", email), ("visitor.name", name))).Visit();
    }

    async Task<string> AskAsync(string email)
    {
        var browser = await site.NewBrowser().OpenAsync("/data-saya?kantor=1872");
        return (await browser.PressAsync("Kirim tautan", ("email", email))).Text("main");
    }

    async Task<string> LinkAsync(string email)
    {
        await AskAsync(email);
        return new Uri(Regex.Match(await site.MailAsync(), "https?://\\S+/data-saya/\\S+").Value).AbsolutePath;
    }

    async Task<Browser> OpenedAsync(string email)
    {
        var phone = await site.NewBrowser().OpenAsync(await LinkAsync(email));
        return await phone.PressAsync("Buka data saya");
    }

    Task<Guid> VisitorOfAsync(string visit) => site.ScalarAsync<Guid>($"select visitor from vault.signing where visit = '{visit}'");
}
