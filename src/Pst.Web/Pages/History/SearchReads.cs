using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Home;
using Pst.Web.Writing;

namespace Pst.Web.Pages.History;

/// <summary>Searches histories, and says of each visit why it was found.</summary>
public sealed class SearchReads(
    HistorySearch search, Statistics statistics, Streams streams, Story story, OfficeMemory offices, OfficeDirectory directory,
    IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <summary>Hits of a page, and lines of a file at most: who has more asks for fewer days.</summary>
    public const int PageSize = 50, MostInFile = 5_000;

    /// <summary>Days that may be asked of all offices at once, and those that are when none are named.</summary>
    public const int MostNationalDays = 31, NationalDays = 7;

    /// <param name="office">Null for all of them, which only somebody without an office may ask.</param>
    public async Task<SearchResult> ReadAsync(OpenOffice? office, HistoryQuery asked, Role reader, CancellationToken cancel)
    {
        // What was found includes at least this.
        var position = await statistics.StandingAsync(cancel);
        var page = await FindAsync(office, asked, asked.After, PageSize, cancel);
        return new(await TellAsync(page.Hits, reader, cancel), page.Next, page.IsCut, position, clock.GetUtcNow());
    }

    /// <summary>All that is found; null where it is more than a file takes.</summary>
    public async Task<SearchResult?> ReadAllAsync(OpenOffice? office, HistoryQuery asked, Role reader, CancellationToken cancel)
    {
        var position = await statistics.StandingAsync(cancel);
        var found = new List<FoundVisit>();
        for (VisitCursor? at = null; ;)
        {
            var page = await FindAsync(office, asked, at, 10 * PageSize, cancel);
            found.AddRange(await TellAsync(page.Hits, reader, cancel));
            if (found.Count > MostInFile) return null;
            if (page.Next is not { } next) return new(found, null, IsCut: false, position, clock.GetUtcNow());
            at = next;
        }
    }

    async Task<HistoryPage> FindAsync(OpenOffice? office, HistoryQuery asked, VisitCursor? after, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (office is not null) return await search.OfAsync(office.Code, office.Zone, asked.Filter, after, most, now, cancel);
        var all = await directory.ListAsync(cancel);
        return await search.NationalAsync([.. all.Select(it => it.Code)], asked.Filter, after, most, now, cancel);
    }

    async Task<IReadOnlyList<FoundVisit>> TellAsync(IReadOnlyList<HistoryHit> hits, Role reader, CancellationToken cancel)
    {
        var told = new Dictionary<VisitId, FoundVisit>();
        foreach (var office in hits.GroupBy(it => it.Office))
        {
            var details = (await offices.FindAsync(office.Key, cancel))!.Details;
            Guid[] visits = [.. office.Where(it => it.Steps.Count > 0).Select(it => it.Visit.Visit.Value)];
            var events = visits.Length == 0 ? [] : await streams.ReadAsync(office.Key.Value, visits, cancel);
            var byVisit = events.ToLookup(it => it.Stream);
            foreach (var (hit, visit) in office.Select(it => (it, it.Visit.Visit)))
                told.Add(visit, new(hit, details.Name, details.TimeZone, Steps(hit, [.. byVisit[visit.Value]], reader)));
        }
        return [.. hits.Select(it => told[it.Visit.Visit])];
    }

    IReadOnlyList<FoundStep> Steps(HistoryHit hit, IReadOnlyList<StoredEvent> events, Role reader)
    {
        var seesRating = reader.SeesRatingsEarly() || hit.Visit.Status is VisitStatus.Departed or VisitStatus.Voided;
        string Told(StoredEvent stored) => story.SentenceOf((VisitEvent)stored.Data, seesRating);
        return
        [
            .. events.Where(it => hit.Steps.Contains(it.Version))
                .Select(it => new FoundStep(it.Version, Told(it), [.. MarksOf(it, events, Told)])),
        ];
    }

    IEnumerable<string> MarksOf(StoredEvent step, IReadOnlyList<StoredEvent> events, Func<StoredEvent, string> told)
    {
        switch (step.Data)
        {
            case Undone it: yield return told(events.Single(taken => taken.Version == it.EventVersion)); break;
            case Arrived { Override: not null }: yield return text["diterima di luar jam layanan dengan izin"]; break;
            case CopiesMade { Override: not null }: yield return text["kuota dilampaui dengan izin"]; break;
            case IdReturned { Override: not null }: yield return text["kartu dikembalikan dengan izin, loker macet"]; break;
        }
        if (step.Envelope.Late) yield return text["dicatat terlambat {0}", Lateness(step.Recorded - step.Envelope.Occurred)];
        if (events.Any(it => it.Data is EntryCorrected by && by.EventVersion == step.Version)) yield return text["dikoreksi"];
        if (events.Any(it => it.Data is Undone by && by.EventVersion == step.Version)) yield return text["ditarik kembali"];
    }

    string Lateness(TimeSpan late) => late.TotalDays >= 2 ? text["{0} hari", (int)late.TotalDays] : Times.Length(late, text["jam|mnt|dtk"]);
}

/// <param name="Position">What of the log the answer includes at least.</param>
public sealed record SearchResult(
    IReadOnlyList<FoundVisit> Visits, VisitCursor? Next, bool IsCut, long Position, DateTimeOffset At);

/// <summary>A visit with the steps for which it was found.</summary>
public sealed record FoundVisit(HistoryHit Hit, string OfficeName, Zone Zone, IReadOnlyList<FoundStep> Steps)
{
    public VisitFact Visit => Hit.Visit;

    /// <summary>The number it had last; null online.</summary>
    public Ticket? Ticket => Visit.Row.Tickets is [.., var last] ? last : null;
}

/// <param name="Marks">What is special about it, in words.</param>
public sealed record FoundStep(long Version, string Sentence, IReadOnlyList<string> Marks)
{
    /// <summary>Both together.</summary>
    public string Told => Marks.Count == 0 ? Sentence : $"{Sentence} ({string.Join(", ", Marks)})";
}
