using Pst.Web.Commands;

namespace Pst.Web.Tests.Commands;

/// <summary>
/// The untouched log is sound; whatever is changed in one place is found, at its place. The visit's events are at 3 to 6.
/// </summary>
public sealed class VerifyTests : IAsyncLifetime
{
    Beside beside = null!;

    public async Task InitializeAsync() => beside = await Beside.AVisitAsync();
    public async Task DisposeAsync() => await beside.DisposeAsync();

    [Fact]
    public async Task The_untouched_log_is_sound()
    {
        var (status, said) = await beside.VerifyAsync(isWhole: true);

        said.ShouldContain("sound up to position 6");
        status.ShouldBe(0);
    }

    [Theory]
    [InlineData("update pst.mt_events set data = jsonb_set(data, '{Sheets}', '30') where type = 'copies_made'", 6, "not the one")]
    [InlineData("update pst.mt_events set user_name = 'somebody' where type = 'served'", 5, "not the one")]
    [InlineData("update pst.mt_events set headers = headers || '{\"late\": false}' where type = 'arrived'", 3, "not the one")]
    [InlineData("delete from pst.mt_events where type = 'guestbook_signed'", 4, "missing")]
    [InlineData("delete from pst.log_leaf where position = 4", 4, "nothing is here")]
    [InlineData("update pst.log_note set hash = '\\x00' where seq_id = (select seq_id from pst.log_leaf where position = 4)", 4, "note")]
    [InlineData("delete from pst.log_note where seq_id = (select seq_id from pst.log_leaf where position = 6)", 6, "note")]
    [InlineData("delete from pst.mt_events where type = 'copies_made'", 6, "missing")]
    public async Task A_change_is_found_at_its_place(string change, int position, string what)
    {
        await beside.TamperAsync(change);

        var (status, said) = await beside.VerifyAsync();

        said.ShouldContain($"The first bad position is {position} of ");
        said.Split('\n').ShouldContain(it => it.StartsWith($"position {position}: ") && it.Contains(what));
        status.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_says_it_is_longer_is_named()
    {
        await beside.TamperAsync("update pst.mt_streams set version = 9 where version = 4");

        var (status, said) = await beside.VerifyAsync();

        said.ShouldContain("does not end at its version 9");
        status.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_slipped_in_has_no_place()
    {
        await beside.TamperAsync("""
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, timestamp)
            select 999, gen_random_uuid(), stream_id, 5, data, type, tenant_id, timestamp from pst.mt_events where type = 'copies_made'
            """);

        var (status, said) = await beside.VerifyAsync();

        said.ShouldContain("event 999");
        said.ShouldContain("no place");
        status.ShouldBe(1);
    }

    [Fact]
    public async Task Guards_that_are_not_the_logs_are_named_and_put_right()
    {
        await beside.TamperAsync("update pst.guard_copies set sheets = 1");

        var (status, said) = await beside.VerifyAsync(isWhole: true);
        said.ShouldContain("pst.guard_copies is not");
        status.ShouldBe(1);

        await RebuildCommand.RunAsync(beside.Database, "guards", TextWriter.Null, CancellationToken.None);
        (await beside.VerifyAsync(isWhole: true)).Status.ShouldBe(0);
    }
}
