using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Pst.EventStore;
using Pst.Proof;
using Pst.Testing;
using Pst.Web.Proving;
using Pst.Web.Tests.Commands;

namespace Pst.Web.Tests.Proving;

/// <summary>Those outside keep every checkpoint, also when they were away for a while.</summary>
public sealed class WitnessTests : IAsyncLifetime, IDisposable
{
    readonly WitnessProgram witness = new();
    Beside beside = null!;
    string folder = null!;

    public async Task InitializeAsync() => (beside, folder) = (await Beside.AVisitAsync(), await TemporaryFolder.NameAsync());

    public async Task DisposeAsync()
    {
        await beside.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => witness.Dispose();

    [Fact]
    public async Task A_folder_keeps_each_once_and_is_read_back()
    {
        var witnesses = Of(("Pst:Witness:Folder", folder));
        foreach (var signed in await beside.SignedAsync())
        {
            await witnesses.TellAsync(signed, default);
            await witnesses.TellAsync(signed, default);
        }

        Witnesses.Kept(Settings(("Pst:Witness:Folder", folder))).Select(it => it.Note)
            .ShouldBe((await beside.SignedAsync()).Select(it => it.Note));
        Directory.EnumerateFiles(folder).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_witness_by_its_address_hears_of_each_with_the_proof_from_the_one_before()
    {
        var (witnesses, signed) = (Of(("Pst:Witness:Url", "http://saksi.example/log")), await beside.SignedAsync());
        await witnesses.TellAsync(signed[0], default);
        await witnesses.TellAsync(signed[1], default);

        witness.Newest!.Note.ShouldBe(signed[1].Note);
        witness.Heard.ShouldBe(["old 0", "old 4"]);
    }

    [Fact]
    public async Task A_witness_that_was_away_or_forgotten_is_told_from_where_it_is()
    {
        var signed = await beside.SignedAsync();
        await Of(("Pst:Witness:Url", "http://saksi.example/log")).TellAsync(signed[0], default);
        var another = Of(("Pst:Witness:Url", "http://saksi.example/log")); // a node that does not know what it has heard
        witness.IsAway = true;
        await another.TellAsync(signed[1], default);
        witness.Newest!.Note.ShouldBe(signed[0].Note);

        witness.IsAway = false;
        await another.TellAsync(signed[1], default);

        witness.Newest.Note.ShouldBe(signed[1].Note);
    }

    Witnesses Of(params (string, string)[] settings) =>
        new(new LogTree(beside.Database.Worker), Settings(settings), witness.Client, NullLogger<Witnesses>.Instance);

    static IConfigurationRoot Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(it => KeyValuePair.Create(it.Name, (string?)it.Value))).Build();

    /// <summary>A witness as C2SP describes it, but for its own signature: it believes nothing that is not proven.</summary>
    sealed class WitnessProgram : HttpMessageHandler
    {
        public HttpClient Client => field ??= new(this, disposeHandler: false);
        public SignedCheckpoint? Newest { get; private set; }
        public bool IsAway { get; set; }
        public List<string> Heard { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsAway) return new(HttpStatusCode.BadGateway);
            request.RequestUri!.AbsoluteUri.ShouldBe("http://saksi.example/log/add-checkpoint");
            var text = await request.Content!.ReadAsStringAsync(cancellationToken);
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            var (lines, note) = (text[..end].Split('\n'), SignedCheckpoint.Parse(text[(end + 2)..])!);
            var has = Newest?.Checkpoint.Size ?? 0;
            if (lines[0] != $"old {has}") return new(HttpStatusCode.Conflict) { Content = new StringContent($"{has}\n") };

            var proof = lines.Skip(1).Where(it => it.Length > 0).Select(Convert.FromBase64String).ToList();
            if (Newest is { Checkpoint: var old }
                && !ProofCheck.IsContinued(old.Size, note.Checkpoint.Size, old.Root, note.Checkpoint.Root, proof))
                return new(HttpStatusCode.UnprocessableEntity);
            Heard.Add(lines[0]);
            Newest = note;
            return new(HttpStatusCode.OK);
        }
    }
}
