using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Erasing;
using Pst.Web.Writing;
using Plain = Pst.Pages.Tests.Support.Browser;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>With something destroyed by the schedule, a period held, and a person who can be forgotten.</summary>
    static async Task<IEnumerable<Stop>> OfErasingAsync(Site site, Plain clerk, string gone)
    {
        var office = new OfficeCode("5272");
        var visit = new VisitId(Guid.CreateVersion7());
        await EnterAsync(site, office, visit, "arrive", """{"channel":"offline","occurredAt":"2026-02-10T09:00:00+08:00"}""");
        await EnterAsync(site, office, visit, "void", """{"reason":"salah ketuk"}""");
        await site.Services.GetRequiredService<Destruction>().RunAsync(office, CancellationToken.None);
        await clerk.OpenAsync("/pemusnahan");
        await clerk.PressAsync("Tahan masa ini", ("from", "2026-02-16"), ("to", "2026-02-18"), ("reason", "pemeriksaan"));
        await clerk.OpenAsync($"/meja/{gone}/data");
        await clerk.PressLinkAsync("Hapus atau tahan data pribadi");
        return
        [
            new(Clerk, "/pemusnahan"), new(Clerk, "/pemusnahan/5272/1"), new(Clerk, clerk.Address),
            new(Auditor, "/pemusnahan"), new(Auditor, "/pemusnahan/5272"),
        ];
    }

    static async Task EnterAsync(Site site, OfficeCode office, VisitId visit, string command, string body)
    {
        var asked = (Valid<AskedCommand>)CommandBodies.Read(command, Fields.Of(JsonElement.Parse(body)), Role.Supervisor);
        var id = site.Services.GetRequiredService<EdgeKeys>().CommandId($"{visit}{command}", "day", []);
        await site.Services.GetRequiredService<VisitWriter>().SendAsync(
            new(office, visit, asked.Value, new Caller("test:supervisor", Role.Supervisor, null), id), CancellationToken.None);
    }
}
