using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Library;

namespace Pst.Bench;

/// <summary>The catalogue with 50,000 publications: how fast they come in, how large it is, how fast 8 clients find in it.</summary>
static class LibrarySearch
{
    const int Publications = 50_000, Areas = 258, Clients = 8, Questions = 4_000, Seed = 7;
    static readonly int[] Pauses = [4, 9, 15, 22, 30]; // letters

    public static async Task RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var server = await TemporaryPostgres.StartAsync(18, TemporaryPostgres.Durable);
        var connection = await server.CreateDatabaseAsync();
        await PstDatabase.MigrateAsync(connection, CancellationToken.None);
        await using var database = new PstDatabase(connection);
        var pages = SampleCatalogue.Pages(SampleCatalogue.Areas(Areas), 2020, 2025).ToList();
        await ImportAsync("import", database, pages);
        await ImportAsync("again", database, pages);
        await using var owner = NpgsqlDataSource.Create(connection);
        await SizesAsync(owner);
        var titles = await TitlesAsync(owner);
        await AskAsync("mixed", database, [.. Mixed(titles).Take(Questions)]);
        await AskAsync("typing", database, [.. Typing(titles).Take(Questions)]);
        await AskAsync("wrong", database, [.. titles.Select(it => it.Title).OrderBy(Shuffled).Take(Questions / 4).Select(Mistyped)]);
        await AskAsync("broad", database, [.. Broad().Take(400)]);
    }

    static async Task ImportAsync(string name, PstDatabase database, IReadOnlyList<GivenPage> pages)
    {
        var import = new Import(new Catalogue(database));
        var started = Stopwatch.GetTimestamp();
        foreach (var page in pages) await import.AddAsync(page, CancellationToken.None);
        await import.FinishAsync(CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(started);
        Say($"{name,-8} {import.Report.Records,8:N0} records, {import.Report.Records / took.TotalSeconds,8:N0}/s, "
            + $"{import.Report.New} new, {import.Report.Changed} changed");
    }

    static async Task SizesAsync(NpgsqlDataSource owner)
    {
        await using var vacuum = owner.CreateCommand("vacuum analyze");
        await vacuum.ExecuteNonQueryAsync();
        await using var sizes = owner.CreateCommand("""
            select relname, pg_table_size(oid) / 1024 from pg_class
            where relnamespace = 'library'::regnamespace and relkind in ('r', 'i') and pg_table_size(oid) > 200000 order by 2 desc
            """);
        await using var rows = await sizes.ExecuteReaderAsync();
        while (await rows.ReadAsync()) Say($"{rows.GetString(0),-24} {rows.GetInt64(1),9:N0} kB");
    }

    static async Task<IReadOnlyList<Told>> TitlesAsync(NpgsqlDataSource owner)
    {
        await using var titles = owner.CreateCommand("""
            select p.title, s.year, p.subject from library.publication p join library.search s on s.publication = p.id order by p.id
            """);
        await using var rows = await titles.ExecuteReaderAsync();
        var found = new List<Told>();
        while (await rows.ReadAsync()) found.Add(new(rows.GetString(0), rows.GetInt16(1), (Subject)rows.GetInt16(2)));
        Say($"{found.Count:N0} publications (wanted: {Publications:N0})");
        return found;
    }

    // Each is asked once, so that no answer is one that was kept.
    static async Task AskAsync(string name, PstDatabase database, IReadOnlyList<SearchQuestion> questions)
    {
        var search = new CatalogueSearch(database);
        foreach (var warm in questions.Take(Clients)) await search.AskAsync(warm with { Limit = 19 }, CancellationToken.None);
        var (next, took, found) = (-1, new double[questions.Count], 0);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var it = Interlocked.Increment(ref next); it < questions.Count; it = Interlocked.Increment(ref next))
            {
                var asked = Stopwatch.GetTimestamp();
                var answer = await search.AskAsync(questions[it], CancellationToken.None);
                took[it] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
                if (answer.Items.Count > 0) Interlocked.Increment(ref found);
            }
        })));
        var all = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Array.Sort(took);
        Say($"{name,-8} {questions.Count,6:N0} questions, {Clients} clients: p50 {took[took.Length / 2]:0.0} ms, "
            + $"p95 {took[took.Length * 95 / 100]:0.0} ms, p99 {took[took.Length * 99 / 100]:0.0} ms; {questions.Count / all:N0}/s; "
            + $"{found:N0} with an answer");
    }

    // Some words of a title; a quarter with its year or subject chosen, every twentieth one common word.
    static IEnumerable<SearchQuestion> Mixed(IReadOnlyList<Told> titles) => titles.OrderBy(it => Shuffled(it.Title)).Select((it, n) =>
    {
        var words = it.Title.Split(' ');
        var text = n % 20 == 0 ? $"{words[0]} {words[^1]}" : string.Join(' ', words.Where((_, place) => place % 3 != n % 3));
        return new SearchQuestion(text, n % 8 == 1 ? it.Year : null, n % 8 == 3 ? it.Subject : null, null, null, null, 20);
    }).Distinct();

    // What is sent while somebody types a title.
    static IEnumerable<SearchQuestion> Typing(IReadOnlyList<Told> titles) => titles.Select(it => it.Title).OrderBy(Shuffled)
        .SelectMany(it => Pauses.Where(length => length < it.Length).Select(length => Plain(it[..length]))).Distinct();

    static SearchQuestion Mistyped(string title, int number)
    {
        var place = title.Length / 3 + number % 5;
        return Plain(title.Remove(place, 1));
    }

    // Words that thousands have.
    static IEnumerable<SearchQuestion> Broad() =>
        from word in (string[])["statistik", "kota", "kabupaten", "angka", "data", "penduduk", "dalam", "menurut", "rumah tangga", ""]
        from limit in Enumerable.Range(20, 40)
        select Plain(word) with { Limit = limit };

    static SearchQuestion Plain(string text) => new(text, null, null, null, null, null, 20);

    // The same order in every run.
    static uint Shuffled(string title) =>
        title.Aggregate((uint)Seed, (sum, letter) => (sum ^ letter) * 16_777_619);

    sealed record Told(string Title, int Year, Subject Subject);

    static void Say(string line) => Console.WriteLine(line);
}
