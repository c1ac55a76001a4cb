using System.Text.Json;
using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Demo;
using Pst.Web.Tests.Writing;

namespace Pst.Web.Tests.Demo;

/// <summary>When and where a demo is made, and that it is the same each time.</summary>
public sealed partial class DemoMakingTests
{
    // In Bima it is Monday already, and past midnight.
    static readonly DateTimeOffset SundayNight = new(2026, 11, 15, 23, 30, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task On_a_Sunday_night_the_office_lives_too_and_it_is_made_once()
    {
        await using var demo = await MadeDemo.UntilAsync(SundayNight);
        var queue = await demo.MetrosQueueAsync();
        queue.Waiting.Select(it => it.State).Distinct().ShouldBe([Urgency.Red, Urgency.Amber, Urgency.Green], ignoreOrder: true);
        (await demo.BimasQueueAsync()).InService.Count.ShouldBeGreaterThanOrEqualTo(3);
        var before = demo.Events.Count;

        (await demo.FillAsync(SundayNight.AddDays(1))).ShouldBe("The demo was made before; it goes on as it was left.");

        demo.Events.Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_same_moment_makes_the_same_events()
    {
        await using var one = await MadeDemo.UntilAsync(SundayNight);
        await using var other = await MadeDemo.UntilAsync(SundayNight);

        Told(other).ShouldBe(Told(one));
    }

    [Fact]
    public async Task Where_people_work_no_demo_is_made()
    {
        await using var pst = await RunningPst.StartAsync();
        await pst.SignedAsync(await pst.OpenAsync("1872"), "sari@contoh.example", "2026-11-16T09:00:00+07:00");
        var demo = MadeDemo.In(pst, SundayNight);

        (await Should.ThrowAsync<DemoRefusedException>(() => demo.FillAsync(SundayNight))).Message.ShouldContain("Pst__DataDirectory");
    }

    [Fact]
    public async Task Without_office_files_it_is_said_what_to_do()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "pst-no-offices");

        var refused = await Should.ThrowAsync<DemoRefusedException>(() => OfficeFiles.ReadAsync(nowhere, CancellationToken.None));

        refused.Message.ShouldContain("Pst__OfficesDirectory");
    }

    // Salts and references are chance, as they must be: whoever knows the demo must not know them.
    static IEnumerable<string> Told(MadeDemo demo) =>
        demo.Events.OrderBy(it => it.Tenant).ThenBy(it => it.Stream).ThenBy(it => it.Version).Select(Told);

    static string Told(StoredEvent it) =>
        $"{it.Stream} {it.Alias} {it.Envelope.Occurred:O} "
        + ByChance().Replace(JsonSerializer.Serialize(it.Data, it.Data.GetType(), StoredJson.Options), "…");

    [GeneratedRegex("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex ByChance();
}
