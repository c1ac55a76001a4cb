using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Pages.Tests.Operations;

public sealed class OperationsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_administrator_sees_that_all_is_running_and_on_which_node()
    {
        var page = await (await site.SignedInAsync("tuti", Role.Admin, null)).OpenAsync("/operasi");
        page.Text("[role=status]").ShouldContain("Semua berjalan.");
        page.Text("main").ShouldContain(DataSources.Node);
        foreach (var name in KeptProjections.Names) page.Text("main").ShouldContain(name);
    }

    [Fact]
    public async Task A_visit_that_is_passed_over_turns_the_page_red_until_the_table_is_filled_again()
    {
        var admin = await site.SignedInAsync("toni", Role.Admin, null);
        await ParkAsync("visits");
        (await admin.OpenAsync("/operasi")).Text("[role=alert]").ShouldContain("Ada yang perlu dilihat");
        admin.Text("main").ShouldContain("arrived 1: Not yet.");

        await admin.PressAsync("Isi ulang visits");

        await FilledAsync("visits");
        (await admin.OpenAsync("/operasi")).Text("[role=status]").ShouldContain("Semua berjalan.");
    }

    [Fact]
    public async Task A_log_that_was_found_unsound_turns_the_page_red_with_the_position()
    {
        var admin = await site.SignedInAsync("toto", Role.Admin, null);
        var checks = new LogChecks(site.Services.GetRequiredService<PstDatabase>().Worker);
        await checks.KeepAsync(9, 7, "the event is not the one that was recorded", default);
        (await admin.OpenAsync("/operasi")).Text("[role=alert]").ShouldContain("Ada yang perlu dilihat");
        admin.Text("main").ShouldContain("Posisi pertama yang salah: 7");

        await checks.KeepAsync(9, null, null, default);

        (await admin.OpenAsync("/operasi")).Text("[role=status]").ShouldContain("Semua berjalan.");
        admin.Text("main").ShouldContain("utuh sampai posisi 9");
    }

    async Task ParkAsync(string name)
    {
        await using var command = site.Services.GetRequiredService<PstDatabase>().Worker.CreateCommand("""
            insert into read.parked (tenant_id, stream_id, name, generation, position, error)
            select '1872', gen_random_uuid(), name, generation, 1, 'arrived 1: Not yet.' from read.projection where name = $1 and serves
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        await command.ExecuteNonQueryAsync();
    }

    async Task FilledAsync(string name)
    {
        var progress = site.Services.GetRequiredService<ProjectionRunner>().Progress;
        for (var look = 0; (await progress.ProgressOfAsync(name, default)).Parked.Count > 0; look++)
        {
            look.ShouldBeLessThan(600, "the table was not filled again");
            await Task.Delay(50);
        }
    }
}
