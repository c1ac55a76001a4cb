using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Pages;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>What is different between two reports of one month, and what was recorded between them that made it so.</summary>
public sealed class Revisions(
    Statistics statistics, ComplaintCauses complaints, Streams streams, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    const int MostVisits = 100; // beyond, nobody reads them on paper

    /// <summary>Null where every figure is what it was.</summary>
    internal async Task<Revision?> BetweenAsync(OfficeState settings, KeptReport before, MonthReport now, CancellationToken cancel)
    {
        var changes = Changes(before.Report, now);
        if (changes.Rows.Count == 0) return null;

        var position = before.Report.Computed.Position;
        var (then, later) = (await FactsAsync(position), await FactsAsync(now.Computed.Position));
        var causes = new List<IReadOnlyList<Cell>>();
        foreach (var visit in later.Where(it => then.GetValueOrDefault(it.Key)?.Row.Version != it.Value.Row.Version).Take(MostVisits))
            causes.Add(await CauseAsync(now, visit.Value, then.GetValueOrDefault(visit.Key), cancel));
        if (before.Report.Find(ComplaintTables.Counts) is not null)
            causes.AddRange(await complaints.BetweenAsync(now, position, cancel));
        return new(before.Issue, position, [changes, new(
            "sebab", "Yang dicatat sesudah laporan sebelumnya",
            ["Tanggal", "Nomor", "Yang dicatat", "Terakhir dicatat"], causes)]);

        async Task<Dictionary<VisitId, VisitFact>> FactsAsync(long at)
        {
            var (from, to) = (now.Period.Before.From, now.Period.To);
            var facts = await statistics.FactsAsync(now.Code, settings, from, to, at, clock.GetUtcNow(), cancel);
            return facts.Visits.ToDictionary(it => it.Visit);
        }
    }

    /// <summary>Cell by cell: a row is known again by what it is called.</summary>
    internal static Table Changes(MonthReport before, MonthReport now) => new(
        "perubahan", "Angka yang berubah", ["Tabel", "Baris", "Kolom", "Semula", "Menjadi"],
        [
            .. from table in now.Tables
               let old = before.Find(table.Name)
               where old is not null
               from change in table.Name == MonthTables.People ? OfPeople(old, table) : Changes(old, table)
               select change,
        ]);

    static IEnumerable<IReadOnlyList<Cell>> Changes(Table old, Table now) =>
        from row in Rows(old, now)
        from place in Enumerable.Range(0, now.Heads.Count)
        let cells = (Old: CellAt(row.Old, place), New: CellAt(row.New, place))
        where cells.Old != cells.New
        select (IReadOnlyList<Cell>)[now.Title, row.Name, now.Heads[place], cells.Old, cells.New];

    // What one visit adds to every answer is who came, and beside it stands when.
    static IEnumerable<IReadOnlyList<Cell>> OfPeople(Table old, Table now) =>
        Changes(old, now).Any() ? [[now.Title, "jawaban pengunjung", "Kunjungan", "tidak dirinci", "tidak dirinci"]] : [];

    // Those that are no more stand last; two of one name are told apart by their order.
    static IEnumerable<(string Name, IReadOnlyList<Cell>? Old, IReadOnlyList<Cell>? New)> Rows(Table old, Table now)
    {
        var left = Named(old).ToDictionary();
        foreach (var (name, row) in Named(now))
        {
            left.Remove(name, out var before);
            yield return (name.Name, before, row);
        }
        foreach (var (name, row) in left) yield return (name.Name, row, null);
    }

    static IEnumerable<KeyValuePair<(string Name, int Number), IReadOnlyList<Cell>>> Named(Table table) =>
        table.Rows.GroupBy(NameOf).SelectMany(it => it.Select((row, number) => KeyValuePair.Create((it.Key, number), row)));

    // Its words; of a row of figures the first cell, which is its number, hour or day.
    static string NameOf(IReadOnlyList<Cell> row) =>
        string.Join(", ", row.Take(2).Where((it, place) => place == 0 || it is Cell.Words { Text: not MonthTables.Hidden })
            .Select(it => it.Shown(Languages.Indonesian)));

    static Cell CellAt(IReadOnlyList<Cell>? row, int place) => row?[place] ?? Cell.None;

    // A row a visit. What a correction made of a person's answers is not told: on a day, a ticket is somebody.
    async Task<IReadOnlyList<Cell>> CauseAsync(MonthReport now, VisitFact visit, VisitFact? then, CancellationToken cancel)
    {
        var since = (await streams.ReadAsync(now.Code.Value, visit.Visit.Value, cancel))
            .Where(it => it.Version > (then?.Row.Version ?? 0) && it.Version <= visit.Row.Version).ToList();
        var told = Languages.OnPaper(() => string.Join(", ", since.Select(Told).Distinct()));
        var last = now.Office.TimeZone.Local(since.Max(it => it.Recorded)).DateTime;
        return
        [
            visit.Day, visit.Row.Tickets is [.., var ticket] ? $"{ticket}" : "daring", told,
            new Cell.Moment(new(last.Ticks - last.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified)),
        ];
    }

    string Told(StoredEvent stored) => stored.Data switch
    {
        EntryCorrected { Field: "sheets" or "pages" or "partySize" } it => $"koreksi {NameOf(it)}: {it.From} menjadi {it.To}",
        EntryCorrected it => $"koreksi {NameOf(it)}",
        Voided => "dibatalkan",
        Undone => "langkah ditarik kembali",
        Arrived or GuestbookSigned or Served or Departed when stored.Envelope.Late => "dicatat susulan",
        Rated => "penilaian",
        _ => "langkah biasa",
    };

    string NameOf(EntryCorrected correction) => text[$"field.{correction.Field}"].Value;
}
