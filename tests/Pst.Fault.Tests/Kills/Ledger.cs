using System.Net;

namespace Pst.Fault.Tests.Kills;

/// <summary>What the clerks were answered, in order.</summary>
sealed class Ledger
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly List<Entry> entries = [];
    TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All of it, as of now.</summary>
    public IReadOnlyList<Entry> Entries
    {
        get { lock (entries) return [.. entries]; }
    }

    public void Add(Entry entry)
    {
        lock (entries)
        {
            entries.Add(entry);
            grown.SetResult();
            grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until so many entries are there.</summary>
    public async Task ReachAsync(int count)
    {
        while (true)
        {
            Task next;
            lock (entries)
            {
                if (entries.Count >= count)
                    return;
                next = grown.Task;
            }
            await next.WaitAsync(Patience);
        }
    }
}

/// <summary>A command and the answer on which its sender relies.</summary>
sealed record Entry(OfficeClient Office, Request Request, Answer Answer)
{
    /// <summary>What is wrong with it now, or null: a clerk is never refused, and the program repeats its answer to the byte.</summary>
    public async Task<string?> ComplaintAsync()
    {
        if (Answer.Status != HttpStatusCode.OK)
            return $"{Request.Key} was refused: {Answer}";
        var again = await Office.InsistAsync(Request);
        return again == Answer with { IsReplayed = true } ? null : $"{Request.Key} was answered {Answer} and then {again}";
    }
}
