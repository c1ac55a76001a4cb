using Pst.Web.Commands;

namespace Pst.Web.Tests.Commands;

/// <summary>Tables are made again from the log while the others serve.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    Beside beside = null!;

    public async Task InitializeAsync() => beside = await Beside.AVisitAsync();
    public async Task DisposeAsync() => await beside.DisposeAsync();

    [Fact]
    public async Task A_table_with_a_wrong_row_is_replaced_by_a_right_one()
    {
        await RebuildAsync("queue");
        await beside.TamperAsync("update read.queue_1 set document = '{}'");

        await RebuildAsync("queue");

        (await TextAsync("select document ->> 'Called' from read.queue_2")).ShouldBe("0");
        (await TextAsync("select to_regclass('read.queue_1')::text")).ShouldBeNull();
    }

    [Fact]
    public async Task All_is_each_of_them()
    {
        var said = await RebuildAsync("all");

        said.ShouldContain("queue: made again");
        said.ShouldContain("guards: made again");
        (await TextAsync("select string_agg(name, ' ' order by name) from read.projection where serves and position = 6"))
            .ShouldBe("calls complaints copies custody data_requests follow_ups queue reads softcopies visits");
    }

    async Task<string> RebuildAsync(string what)
    {
        var said = new StringWriter();
        await RebuildCommand.RunAsync(beside.Database, what, said, CancellationToken.None);
        return said.ToString();
    }

    async Task<string?> TextAsync(string sql)
    {
        await using var command = beside.Database.Worker.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }
}
