using Pst.Testing;
using Pst.Web.Database;

namespace Pst.Fault.Tests.Kills;

/// <summary>The real program with two offices and eight clerks at work, to be struck at any moment.</summary>
sealed class Siege : IAsyncDisposable
{
    const int Kill = 9;

    readonly CancellationTokenSource stopping = new();
    readonly Gate gate = new();
    readonly OfficeClient[] offices;
    readonly Task work;
    int judged;

    Siege(StartedProgram program, OfficeClient[] offices)
    {
        (Program, this.offices) = (program, offices);
        Clerk[] clerks =
        [
            .. Enumerable.Range(1, 4).Select(it => new Clerk(it, offices[0], $"A0{it}", copies: false, gate, Ledger)),
            .. Enumerable.Range(5, 4).Select(it => new Clerk(it, offices[1], $"{it}", copies: true, gate, Ledger)),
        ];
        work = Task.WhenAll(clerks.Select(it => it.WorkAsync(stopping.Token)));
    }

    public StartedProgram Program { get; }

    public Ledger Ledger { get; } = new();

    public static async Task<Siege> BeginAsync()
    {
        var program = await StartedProgram.StartAsync();
        return new(program, [await OfficeClient.OpenAsync(program.Address, "1872"), await OfficeClient.OpenAsync(program.Address, "5272")]);
    }

    /// <summary>Kills in the middle of the clerks' work, once they got so many more answers; a killed program is started again.</summary>
    public async Task StrikeAsync(int afterAnswers, Victim victim)
    {
        gate.Open();
        await Ledger.ReachAsync(Ledger.Entries.Count + afterAnswers);
        if (victim.HasFlag(Victim.Program))
            Program.Kill();
        KillDatabase(victim);
        gate.Close();
        if (victim.HasFlag(Victim.Program))
            Program.Restart();
    }

    /// <summary>What was answered since the last look and is gone, or was refused for something that is gone.</summary>
    public Task<IReadOnlyList<string>> LostSinceLastLookAsync()
    {
        var entries = Ledger.Entries;
        var fresh = entries.Skip(judged);
        judged = entries.Count;
        return LostAmongAsync(fresh);
    }

    /// <summary>Sends the clerks home and looks at everything once more.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        await stopping.CancelAsync();
        await work;
        return await LostAmongAsync(Ledger.Entries);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Program.DisposeAsync();
        foreach (var office in offices)
            office.Dispose();
        stopping.Dispose();
    }

    static async Task<IReadOnlyList<string>> LostAmongAsync(IEnumerable<Entry> entries)
    {
        var lost = new List<string>();
        foreach (var some in entries.Chunk(8))
            lost.AddRange((await Task.WhenAll(some.Select(it => it.ComplaintAsync()))).OfType<string>());
        return lost;
    }

    void KillDatabase(Victim victim)
    {
        if ((victim & Victim.WholeDatabase) == 0 || Program.DatabaseProcess is not { } postmaster)
            return;
        var sessions = victim.HasFlag(Victim.WholeDatabase) ? ChildrenOf(postmaster) : [];
        foreach (var process in (int[])[postmaster, .. sessions])
            UnixFiles.Signal(process, Kill);
    }

    static IEnumerable<int> ChildrenOf(int process) =>
        File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
}

/// <summary>What is killed with SIGKILL.</summary>
[Flags]
enum Victim
{
    Program = 1,

    /// <summary>PostgreSQL's first process: the others end when they notice.</summary>
    Postmaster = 2,

    /// <summary>All of PostgreSQL's processes at once: what lay in their memory is gone.</summary>
    WholeDatabase = Postmaster | 4,
}
