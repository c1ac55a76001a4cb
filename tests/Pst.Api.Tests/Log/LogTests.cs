using System.Text.Json;
using Pst.Api.Tests.Support;
using Pst.Proof;

namespace Pst.Api.Tests.Log;

/// <summary>An auditor's program checks the log with nothing but what the API tells it.</summary>
public sealed class LogTests(RunningApi api) : IClassFixture<RunningApi>
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Every_entry_is_proven_by_the_checkpoint_and_each_checkpoint_goes_on_from_the_one_before()
    {
        var office = await api.OpenAsync();
        await office.ServedAsync("sari");
        var auditor = await NationalAsync();
        var older = await CheckpointAsync(auditor);
        await office.SignedAsync("budi");
        var newer = await CheckpointAsync(auditor);

        newer.Size.ShouldBeGreaterThanOrEqualTo(older.Size + 2);
        var continued = (await auditor.GetAsync($"/api/v1/log/proofs/consistency?from={older.Size}&to={newer.Size}")).Json;
        ProofCheck.IsContinued(older.Size, newer.Size, older.Root, newer.Root, Hashes(continued)).ShouldBeTrue();
        foreach (var entry in (await auditor.GetAsync($"/api/v1/log/entries?from=1&to={newer.Size}")).Json.EnumerateArray())
        {
            var position = entry.GetProperty("position").GetInt64();
            var leaf = entry.GetProperty("event").Deserialize<LoggedEvent>(Json)!.Leaf();
            var proof = (await auditor.GetAsync($"/api/v1/log/proofs/inclusion?position={position}&size={newer.Size}")).Json;

            Convert.ToHexStringLower(leaf).ShouldBe(entry.GetProperty("leaf").GetString());
            ProofCheck.IsIncluded(leaf, position - 1, newer.Size, Hashes(proof), newer.Root).ShouldBeTrue($"{position}");
        }
    }

    [Fact]
    public async Task An_offices_auditor_gets_other_offices_entries_as_hashes()
    {
        var (ours, theirs) = (await api.OpenAsync(), await api.OpenAsync("5272"));
        await ours.ServedAsync("sari");
        await theirs.ServedAsync("rahasia");
        var size = (await CheckpointAsync(await NationalAsync())).Size;

        var entries = (await (await ours.AsAsync("auditor")).GetAsync($"/api/v1/log/entries?from={Math.Max(1, size - 99)}&to={size}"))
            .Json.EnumerateArray().ToList();

        entries.ShouldAllBe(it => it.GetProperty("leaf").GetString()!.Length == 64);
        entries.Select(it => it.GetProperty("event")).Where(it => it.ValueKind == JsonValueKind.Object)
            .Select(it => it.GetProperty("tenant").GetString()).Distinct().ShouldBe([ours.Code]);
        entries.ShouldContain(it => it.GetProperty("event").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("entries?from=0&to=1", "from"), InlineData("entries?from=2&to=1", "to")]
    [InlineData("entries?from=satu&to=2", "from"), InlineData("entries?from=1", "to"), InlineData("entries?from=1&to=2&x=1", "x")]
    [InlineData("proofs/inclusion?position=2&size=1", "size"), InlineData("proofs/consistency?from=3&to=2", "to")]
    public async Task What_cannot_be_asked_is_named(string question, string field)
    {
        await api.OpenAsync();

        var answer = await (await NationalAsync()).GetAsync($"/api/v1/log/{question}");

        answer.Code.ShouldBe(400);
        answer.WrongFields.ShouldBe([field]);
    }

    [Theory, InlineData("inclusion?position=1&size=2000000000"), InlineData("consistency?from=1&to=2000000000")]
    public async Task What_was_not_signed_yet_is_not_there(string proof)
    {
        await api.OpenAsync();

        (await (await NationalAsync()).GetAsync($"/api/v1/log/proofs/{proof}")).Code.ShouldBe(404);
    }

    async Task<Caller> NationalAsync() =>
        api.With((await api.Admin.PostAsync("/api/v1/keys", """{"role":"auditor"}""")).Json.GetProperty("key").GetString());

    async Task<Checkpoint> CheckpointAsync(Caller auditor)
    {
        await api.SettleAsync();
        var answer = await auditor.GetAsync("/api/v1/log/checkpoint");
        answer.Code.ShouldBe(200, $"{answer}");
        answer.ContentType.ShouldBe("text/plain");
        return SignedCheckpoint.Parse(answer.Text)!.Checkpoint;
    }

    static List<byte[]> Hashes(JsonElement proof) =>
        [.. proof.GetProperty("proof").EnumerateArray().Select(it => Convert.FromHexString(it.GetString()!))];
}
