using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Account;

public sealed class PasswordTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_new_password_holds_and_the_old_one_no_more()
    {
        var here = await site.SignedInAsync("maya", Role.Staff, "1872");
        await here.OpenAsync("/kata-sandi");
        await here.PressAsync("Simpan", ("Current", "bukan yang ini"), ("Password", "pohon jati di bukit"));
        here.Text("[role=alert]").ShouldBe("Kata sandi sekarang tidak cocok. Periksa, lalu coba lagi.");

        await here.PressAsync("Simpan", ("Current", Site.Password), ("Password", "pohon jati di bukit"));
        here.Address.ShouldBe("/");
        (await site.SignInAsync("maya")).Heading.ShouldBe("Masuk");
    }
}
