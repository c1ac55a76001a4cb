using Npgsql;
using Pst.EventStore;
using Pst.Proof;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class NotaryTests : IDisposable
{
    readonly SigningKey first = SigningKey.Make(), second = SigningKey.Make();

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task What_is_signed_goes_on_from_what_was_signed_and_every_entry_is_proven(int version)
    {
        await using var store = await CreateAsync(version);
        var (notary, tree, signed) = (new Notary(store.Worker, [first]), new LogTree(store.App), new List<Checkpoint>());
        (await notary.SignAsync(default)).ShouldBeNull();
        foreach (var more in (int[])[1, 254, 1, 1, 300, 255]) // across the borders of the subtrees that are kept
        {
            await GrowAsync(store, more);
            var note = await notary.SignAsync(default);
            note!.IsSignedBy(first.KeyOf(note.Checkpoint.Origin)).ShouldBeTrue();
            signed.Add(note.Checkpoint);
        }

        var newest = signed[^1];
        signed.Select(it => it.Size).ShouldBe([1, 255, 256, 257, 557, 812]);
        newest.After.ShouldBe(557);
        var leaves = await LeavesAsync(store);
        for (var position = 1; position <= newest.Size; position += 7)
        {
            var proof = await tree.InclusionAsync(position, newest.Size, default);
            ProofCheck.IsIncluded(leaves[position - 1], position - 1, newest.Size, proof, newest.Root).ShouldBeTrue($"{position}");
        }
        foreach (var older in signed)
        {
            var proof = await tree.ConsistencyAsync(older.Size, newest.Size, default);
            ProofCheck.IsContinued(older.Size, newest.Size, older.Root, newest.Root, proof).ShouldBeTrue($"{older.Size}");
            (await tree.RootAsync(older.Size, default)).ShouldBe(older.Root);
        }
        (await FaultsAsync(store, first)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_log_that_did_not_grow_is_not_signed_again()
    {
        await using var store = await CreateAsync(18);
        await GrowAsync(store, 3);
        var notary = new Notary(store.Worker, [first]);

        var once = await notary.SignAsync(default);

        (await notary.SignAsync(default))!.Note.ShouldBe(once!.Note);
        (await store.ScalarAsync<long>("select count(*) from pst.log_checkpoint")).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_is_vouched_for_by_the_one_before_it_whose_signatures_stay_good()
    {
        await using var store = await CreateAsync(18);
        await GrowAsync(store, 5);
        await new Notary(store.Worker, [first]).SignAsync(default);
        await GrowAsync(store, 2);
        var handover = await new Notary(store.Worker, [first, second]).SignAsync(default);
        await GrowAsync(store, 2);
        var after = await new Notary(store.Worker, [first, second]).SignAsync(default);

        var origin = after!.Checkpoint.Origin;
        handover!.IsSignedBy(first.KeyOf(origin)).ShouldBeTrue();
        handover.IsSignedBy(second.KeyOf(origin)).ShouldBeTrue();
        after.IsSignedBy(first.KeyOf(origin)).ShouldBeFalse();
        after.IsSignedBy(second.KeyOf(origin)).ShouldBeTrue();
        (await new Checkpoints(store.App).HandoversAsync(default)).Single().Note.ShouldBe(handover.Note);
        (await FaultsAsync(store, first, second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_does_not_have_the_newest_key_signs_nothing()
    {
        await using var store = await CreateAsync(18);
        await GrowAsync(store, 1);
        await new Notary(store.Worker, [first, second]).SignAsync(default);
        await GrowAsync(store, 1);

        await Should.ThrowAsync<ForeignKeyException>(new Notary(store.Worker, [first]).SignAsync(default));
    }

    [Fact]
    public async Task Many_notaries_sign_one_line_of_checkpoints()
    {
        await using var store = await CreateAsync(18);
        var notaries = Enumerable.Range(0, 4).Select(_ => new Notary(store.Worker, [first])).ToList();
        for (var round = 0; round < 10; round++)
        {
            await GrowAsync(store, 40);
            var notes = await Task.WhenAll(notaries.Select(it => it.SignAsync(default)));
            notes.Select(it => it!.Note).Distinct().Count().ShouldBe(1);
        }

        (await store.ScalarAsync<long>("select count(*) from pst.log_checkpoint")).ShouldBe(10);
        (await FaultsAsync(store, first)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update pst.log_checkpoint set note = ''"), InlineData("delete from pst.log_checkpoint")]
    [InlineData("truncate pst.log_node"), InlineData("update pst.log_key set since = 0")]
    public async Task Not_even_the_owner_changes_what_was_signed(string change)
    {
        await using var store = await CreateAsync(18);
        await GrowAsync(store, 1);
        await new Notary(store.Worker, [first]).SignAsync(default);

        (await Should.ThrowAsync<PostgresException>(store.ScalarAsync<long>($"{change}; select 1")))
            .MessageText.ShouldContain("stays as it is");
    }

    static async Task GrowAsync(TestStore store, int events)
    {
        await store.AppendAsync(Metro, store.NewId(), [new Opened("pagi"), .. Enumerable.Repeat(new Closed(), events - 1)]);
        using var sequencer = new Sequencer(store.Worker);
        while (await sequencer.RunOnceAsync(default) > 0) { }
    }

    static Task<IReadOnlyList<LogFault>> FaultsAsync(TestStore store, params IReadOnlyList<SigningKey> keys) =>
        new TreeCheck(store.Worker, [.. keys.Select(it => it.PublicKey)], []).FaultsAsync(_ => { }, default);

    static async Task<List<byte[]>> LeavesAsync(TestStore store)
    {
        await using var command = store.Worker.CreateCommand("select hash from pst.log_leaf order by position");
        await using var rows = await command.ExecuteReaderAsync();
        var leaves = new List<byte[]>();
        while (await rows.ReadAsync()) leaves.Add(rows.GetFieldValue<byte[]>(0));
        return leaves;
    }
}
