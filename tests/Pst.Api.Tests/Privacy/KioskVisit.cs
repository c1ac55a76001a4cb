using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Privacy;

/// <summary>Visits of the recognizable guest at the kiosk, in forms.</summary>
internal sealed class KioskVisit(Browser kiosk, ProgramVisits visits)
{
    public async Task WholeAsync()
    {
        var visit = await visits.ArrivedAsync();
        var (guestbook, rating) = ($"/kios/{visit}/buku-tamu", $"/kios/{visit}/nilai");
        (await kiosk.GetAsync("/kios")).Code.ShouldBe(200);
        (await kiosk.GetAsync(guestbook)).Code.ShouldBe(200);
        (await kiosk.PostAsync($"{guestbook}?handler=Returning", [("_contact", Guest.Email)])).Code.ShouldBe(200);
        (await kiosk.PostAsync(guestbook, Guest.Form("zul.padma(at)rahasia.example"))).Code.ShouldBe(200);
        (await kiosk.PostAsync(guestbook, Guest.Form())).Code.ShouldBe(302);
        (await kiosk.GetAsync($"/kios/{visit}/tiket")).Code.ShouldBe(200);
        (await kiosk.PostAsync(guestbook, Guest.Form())).Code.ShouldBe(200);

        await visits.DoAsync(200, visit, "serve", """{"desk":"1"}""");
        (await kiosk.GetAsync("/kios/nilai")).Code.ShouldBe(200);
        (await kiosk.PostAsync($"{rating}?rinci=true", [("overall", "1"), ("comment", Guest.Words)])).Code.ShouldBe(200);
        (await kiosk.PostAsync("/bahasa", [("to", "id"), ("back", guestbook)])).Code.ShouldBe(302);
        await visits.ArrivedAsync();
    }

    public async Task FailedAsync() =>
        (await kiosk.PostAsync($"/kios/{visits.Arrived}/buku-tamu", Guest.Form("lain.zul.padma@rahasia.example"))).Code.ShouldBe(500);
}
