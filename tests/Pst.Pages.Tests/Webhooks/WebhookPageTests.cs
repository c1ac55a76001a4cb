using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Webhooks;

/// <summary>Where an office's own systems hear what happens, on the pages of its supervisor and of the administrator.</summary>
public sealed class WebhookPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_address_is_registered_its_secret_shown_once_tried_sent_again_and_removed()
    {
        await site.OpenAsync("1872");
        var admin = await site.SignedInAsync("admin-webhook", Role.Admin, null);
        await admin.OpenAsync("/webhook/1872");
        admin.Text("main").ShouldContain("Di sini akan tampak");
        await admin.PressAsync("Daftarkan alamat", ("Address", "http://127.0.0.1:9/kabar"));
        admin.Text("[role=alert]").ShouldContain("Tulis alamat https lengkap");
        await admin.PressAsync("Daftarkan alamat", ("Address", "http://127.0.0.1:9/kabar"), ("IsLan", "true"));

        admin.Text("[role=status]").ShouldContain("whsec_");
        var at = admin.Address;
        (await admin.OpenAsync(at)).Text("main").ShouldNotContain("whsec_");
        await admin.PressAsync("Kirim pesan uji");
        admin.Text("[role=status]").ShouldContain("Tidak ada jawaban");
        await admin.PressAsync("Kirim ulang", ("From", "1"));
        admin.Text("[aria-labelledby=keadaan]").ShouldNotContain("posisi0"); // nothing was confirmed
        await admin.PressAsync("Kirim ulang", ("From", "1"), ("sure", "true"));
        admin.Text("[aria-labelledby=keadaan]").ShouldContain("posisi0");
        await admin.PressAsync("Ganti rahasia", ("sure", "true"));
        admin.Text("[role=status]").ShouldContain("whsec_");
        await admin.PressAsync("Hapus langganan", ("sure", "true"));
        admin.Text("main").ShouldContain("Di sini akan tampak");
        (await admin.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_supervisor_registers_addresses_of_the_world_alone()
    {
        await site.OpenAsync("1872");
        var lina = await site.SignedInAsync("lina-webhook", Role.Supervisor, "1872");
        await lina.OpenAsync("/webhook");
        lina.Page.QuerySelector("[name=IsLan]").ShouldBeNull();
        await lina.PressAsync("Daftarkan alamat", ("Address", "https://sistem.contoh.example/kabar"));
        lina.Heading.ShouldContain("https://sistem.contoh.example/kabar");
    }
}
