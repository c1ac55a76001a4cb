using System.Text.Json;

namespace Pst.Web.Library;

/// <summary>One answer of the Web API, with the domain that was asked.</summary>
/// <param name="Where">How the report calls it.</param>
internal sealed record GivenPage(string Domain, string Where, JsonElement Body);

/// <summary>What was seen of a domain's list, to know what is no longer in it.</summary>
internal sealed class SeenList
{
    readonly HashSet<int> pages = [];
    int? total, last;
    bool isSure = true;

    public HashSet<string> Ids { get; } = [];

    public void Add(PageRead.Listed page, IEnumerable<string?> ids)
    {
        pages.Add(page.Page);
        // A list that grew or shrank while it was read may have hidden what moved over the edge of a page.
        if (total is { } before && before != page.Total) isSure = false;
        (total, last) = (page.Total, page.Pages);
        foreach (var id in ids)
            if (id is null) isSure = false;
            else Ids.Add(id);
    }

    /// <summary>All pages were there, nothing moved meanwhile, and each publication had its id.</summary>
    public bool IsWhole => isSure && last is { } pagesTold && Enumerable.Range(1, pagesTold).All(pages.Contains) && Ids.Count == total;
}

/// <summary>Takes answers of the Web API in, wherever they were got, and tells what came of it.</summary>
internal sealed class Import(Catalogue catalogue)
{
    const int Batch = 500;

    readonly Dictionary<string, SeenList> seen = [];
    readonly List<PublicationRecord> waiting = [];

    public ImportReport Report { get; private set; } = ImportReport.Empty;

    /// <summary>Reads a page; what it holds is stored when enough has come together, or with <see cref="FinishAsync"/>.</summary>
    public async Task AddAsync(GivenPage page, CancellationToken cancel)
    {
        switch (PageReader.Read(page.Body))
        {
            case PageRead.Listed list:
                var read = list.Records.Select(it => RecordReader.Read(page.Domain, it)).ToList();
                if (!seen.TryGetValue(page.Domain, out var known)) seen[page.Domain] = known = new();
                known.Add(list, read.Select(it => it.Read?.Id ?? it.Refused?.Id));
                await TakeAsync(read, cancel);
                break;
            case PageRead.Detailed detail:
                await TakeAsync([RecordReader.Read(page.Domain, detail.Record)], cancel);
                break;
            case PageRead.Failed failed:
                Add(ImportReport.OfBroken(page.Where, failed.Said));
                break;
            case PageRead.Broken broken:
                Add(ImportReport.OfBroken(page.Where, broken.Why));
                break;
        }
    }

    public void Add(ImportReport more) => Report += more;

    /// <summary>Stores what waits, marks what whole lists no longer have, and gathers the words where something is new.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        await StoreAsync(cancel);
        foreach (var (domain, list) in seen.Where(it => it.Value.IsWhole))
            Add(ImportReport.Empty with { Withdrawn = await catalogue.WithdrawAsync(domain, list.Ids, cancel) });
        if (Report.New + Report.Changed > 0) await catalogue.GatherWordsAsync(cancel);
    }

    async Task TakeAsync(IReadOnlyList<(PublicationRecord? Read, RefusedRecord? Refused)> records, CancellationToken cancel)
    {
        var refused = records.Select(it => it.Refused).OfType<RefusedRecord>().ToList();
        Add(ImportReport.Empty with { Pages = 1, RefusedTotal = refused.Count, Refused = refused });
        waiting.AddRange(records.Select(it => it.Read).OfType<PublicationRecord>());
        if (waiting.Count >= Batch) await StoreAsync(cancel);
    }

    // Details may come before their list: the list then changes nothing of what they brought.
    async Task StoreAsync(CancellationToken cancel)
    {
        foreach (var kind in waiting.ToLookup(it => it.IsDetail).OrderBy(it => it.Key).ToList())
            Add(await catalogue.PutAsync([.. kind], [], cancel));
        waiting.Clear();
    }
}
