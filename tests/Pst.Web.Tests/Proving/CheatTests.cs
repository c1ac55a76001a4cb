using Pst.Proof;
using Pst.Web.Tests.Commands;

namespace Pst.Web.Tests.Proving;

/// <summary>Whatever a superuser of the database changes is found; the untouched log passes.</summary>
public sealed class CheatTests : IAsyncLifetime
{
    Beside beside = null!;

    public static TheoryData<string> OfTheLog => [.. Cheats.OfTheLog.Select(it => it.Name)];
    public static TheoryData<string> BesideTheLog => [.. Cheats.BesideTheLog.Select(it => it.Name)];

    public async Task InitializeAsync() => beside = await Beside.TwoVisitsAsync();
    public async Task DisposeAsync() => await beside.DisposeAsync();

    [Fact]
    public async Task The_untouched_log_passes()
    {
        await beside.CatchUpAsync();
        var (status, said) = await beside.VerifyAsync(isWhole: true, [.. await beside.SignedAsync()]);

        (status, said).ShouldBe((0, said));
        said.ShouldContain("sound up to position 8");
    }

    [Fact]
    public void There_are_as_many_ways_as_were_asked_for() =>
        (Cheats.OfTheLog.Count + Cheats.BesideTheLog.Count).ShouldBeGreaterThanOrEqualTo(45);

    [Theory, MemberData(nameof(OfTheLog))]
    public async Task It_is_found_in_the_log(string cheat)
    {
        var it = Cheats.OfTheLog.Single(it => it.Name == cheat);
        await beside.TamperAsync(it.Sql);

        var (status, said) = await beside.VerifyAsync();

        said.ShouldContain(it.Says);
        if (it.Position is { } position) said.ShouldContain($"The first bad position is {position} of ");
        status.ShouldBe(1);
    }

    [Theory, MemberData(nameof(BesideTheLog))]
    public async Task It_is_found_beside_the_log(string cheat)
    {
        var it = Cheats.BesideTheLog.Single(it => it.Name == cheat);
        await beside.CatchUpAsync();
        await beside.TamperAsync(it.Sql.Replace("SERVING", "read.visits_1", StringComparison.Ordinal));

        var (status, said) = await beside.VerifyAsync(isWhole: true);

        said.ShouldContain(it.Says);
        status.ShouldBe(1);
    }

    [Theory]
    [InlineData("update vault.text set body = 'Kartu hilang.' where body like 'Tas%'", "position 9: the words that it refers to are not")]
    [InlineData("update vault.text set salt = '\\x00' where body like 'Tas%'", "position 9: the words that it refers to are not")]
    [InlineData("update vault.text set salt = null where body like 'Tas%'", "position 9: the words that it refers to are not")]
    [InlineData("""
        update vault.text t set body = o.body, salt = o.salt from vault.text o where t.id <> o.id and t.body like 'Tas%'
        """, "position 9: the words that it refers to are not")]
    [InlineData("delete from vault.text where body like 'Kartu%'", "position 10: the words that it refers to are missing")]
    public async Task Words_that_were_changed_are_found_at_the_event_that_refers_to_them(string sql, string says)
    {
        await beside.WriteAsync("Tas basah.", "Kartu patah.");
        await beside.CatchUpAsync();
        (await beside.VerifyAsync(isWhole: true)).Status.ShouldBe(0);
        await beside.TamperAsync(sql);

        var (status, said) = await beside.VerifyAsync(isWhole: true);

        said.ShouldContain(says);
        status.ShouldBe(1);
    }

    [Theory]
    [InlineData("delete from vault.text where body like 'Kursi%'", "position 9: the words that it refers to are missing")]
    [InlineData("delete from vault.complainant", "position 9: who complained is missing")]
    public async Task A_complaint_of_which_something_is_missing_is_found(string sql, string says)
    {
        await beside.ComplainAsync("Kursi patah.");
        await beside.CatchUpAsync();
        (await beside.VerifyAsync(isWhole: true)).Status.ShouldBe(0);
        await beside.TamperAsync(sql);

        var (status, said) = await beside.VerifyAsync(isWhole: true);

        said.ShouldContain(says);
        status.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_signs_again_with_another_key_is_found()
    {
        using var other = SigningKey.Make();
        foreach (var signed in await beside.SignedAsync())
            await beside.SignAgainAsync(signed.Checkpoint, other);
        await beside.TamperAsync($"update pst.log_key set public_key = '\\x{Convert.ToHexString(other.PublicKey)}'");

        (await beside.VerifyAsync()).Said.ShouldContain("is not this node's");
    }

    [Fact]
    public async Task A_clock_that_was_turned_back_is_found_even_when_the_key_was_there()
    {
        var newest = (await beside.SignedAsync())[^1].Checkpoint;
        await beside.SignAgainAsync(newest with { At = newest.At.AddDays(-1) });

        (await beside.VerifyAsync()).Said.ShouldContain("position 8: the checkpoint of size 8 is older than the one before it");
    }

    [Fact]
    public async Task Who_has_the_key_and_rewrites_everything_is_found_by_the_witness()
    {
        var witnessed = await beside.SignedAsync();
        await beside.TamperAsync("""
            update pst.mt_events set data = jsonb_set(data, '{Sheets}', '30') where type = 'copies_made';
            update pst.log_note n set hash = pst.leaf_hash(e) from pst.mt_events e where e.seq_id = n.seq_id;
            update pst.log_leaf l set hash = n.hash from pst.log_note n where n.seq_id = l.seq_id;
            delete from pst.log_checkpoint; delete from pst.log_node; delete from pst.log_key
            """);
        await beside.SignAsync();

        (await beside.VerifyAsync()).Status.ShouldBe(0);
        var (status, said) = await beside.VerifyAsync(isWhole: false, [.. witnessed]);
        said.ShouldContain("positions 5 to 6, somewhere: it is not what was seen by a witness");
        status.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_backup_is_found_by_the_witness()
    {
        var witnessed = await beside.SignedAsync();
        await beside.TamperAsync("""
            delete from pst.log_leaf where position > 6; delete from pst.log_note where seq_id not in (select seq_id from pst.log_leaf);
            delete from pst.mt_events where seq_id not in (select seq_id from pst.log_leaf);
            delete from pst.mt_streams s where not exists (select from pst.mt_events e where e.stream_id = s.id);
            delete from pst.log_checkpoint where size > 6
            """);

        (await beside.VerifyAsync()).Status.ShouldBe(0);
        (await beside.VerifyAsync(isWhole: false, [.. witnessed])).Said
            .ShouldContain("the log ends at position 6, and 8 were seen by a witness");
    }

    [Fact]
    public async Task Nothing_more_is_signed_of_a_log_that_was_changed()
    {
        await beside.TamperAsync("update pst.log_leaf set hash = sha256('x') where position = 5");

        (await Should.ThrowAsync<Pst.EventStore.LogBrokenException>(beside.SignAsync)).Message.ShouldContain("no longer has the root");
    }
}
