using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Attention;
using Pst.Web.Pages.Home;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Reads;

/// <summary>Who saw whose data, when, and why; and what about it is unusual. Whoever belongs to no office sees all.</summary>
[Authorize(Policies.SeeReads)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, LookReads looks, ReaderNames names, ReadWatch watch, IStringLocalizer<Sentences> text,
    TimeProvider clock) : PageModel
{
    const int MostShown = 100, MostInFile = 50_000;

    [BindProperty(Name = "dari", SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(Name = "sampai", SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(Name = "pembaca", SupportsGet = true)] public string? Reader { get; set; }
    [BindProperty(Name = "perangkat", SupportsGet = true)] public string? Device { get; set; }
    [BindProperty(Name = "kunjungan", SupportsGet = true)] public VisitId? Visit { get; set; }
    [BindProperty(Name = "dibuka", SupportsGet = true)] public string? What { get; set; }
    [BindProperty(Name = "untuk", SupportsGet = true)] public string? Purpose { get; set; }
    [BindProperty(Name = "setelah", SupportsGet = true)] public long? After { get; set; }

    /// <summary>Null for all of them.</summary>
    public OpenOffice? Office { get; private set; }

    public IReadOnlyDictionary<OfficeCode, string> Offices { get; private set; } = new Dictionary<OfficeCode, string>();
    public IReadOnlyList<ShownLook> Looks { get; private set; } = [];
    public IReadOnlyList<ReadAnomaly> Anomalies { get; private set; } = [];

    /// <summary>Of all offices; each is told on its own page.</summary>
    public IEnumerable<(OfficeCode Office, int Count)> Counts =>
        watch.Found(User.ToCaller()!).Where(it => it.Value.Count > 0).Select(it => (it.Key, it.Value.Count))
            .OrderByDescending(it => it.Count).ThenBy(it => it.Key.Value, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public Zone Zone => Office?.Zone ?? Zone.Jakarta;
    public DateOnly First => From ?? Zone.Day(clock.GetUtcNow()).AddDays(1 - ReadWatch.Days);
    public DateOnly Last => To ?? Zone.Day(clock.GetUtcNow());
    public bool HasMore => Looks.Count == MostShown;

    /// <summary>Who may still meet the visitors is not told whose words somebody read: a rating would have a name.</summary>
    public bool SeesWords => User.ToCaller()!.Role is Role.Auditor;

    /// <summary>This page's address with something else in it.</summary>
    public string With(string name, object? value) => Address.Of($"/pembacaan/{Office?.Code}".TrimEnd('/'), Request.Query, name, value);

    public Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel) =>
        ShownAsync(office, MostShown, () => Task.FromResult<IActionResult>(Page()), cancel);

    /// <summary>All of it, for a program.</summary>
    public Task<IActionResult> OnGetFileAsync(OfficeCode? office, CancellationToken cancel) =>
        ShownAsync(office, MostInFile, () =>
        {
            var table = Languages.OnPaper(() => LookTable.Of(Looks, _ => Zone, text));
            var name = string.Create(
                CultureInfo.InvariantCulture, $"pembacaan-{Office?.Code.Value ?? "semua"}-{First:yyyyMMdd}-{Last:yyyyMMdd}.csv");
            return Task.FromResult<IActionResult>(File(CsvFile.Of(table), CsvFile.ContentType, name));
        }, cancel);

    async Task<IActionResult> ShownAsync(OfficeCode? office, int most, Func<Task<IActionResult>> answer, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        Office = await door.OpenAsync(caller, office, cancel);
        if (!ModelState.IsValid || (Office is null && (office is not null || caller.Office is not null)) || Last < First) return NotFound();
        Looks = await looks.ListAsync(await FilterAsync(cancel), most, cancel);
        if (Office is { } open) Anomalies = await AnomaliesAsync(open, cancel);
        else Offices = (await directory.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        var called = Anomalies.Select(it => it.Subject).Concat(new[] { Reader, Device }.OfType<string>());
        Names = await names.FindAsync(called, cancel);
        return await answer();
    }

    async Task<ReadFilter> FilterAsync(CancellationToken cancel) => new(
        Office?.Code, Zone.At(First, TimeOnly.MinValue), Zone.At(Last.AddDays(1), TimeOnly.MinValue), Reader, Device,
        Visit is { } visit && Office is { } open ? await looks.WhoseAsync(open.Code, visit, cancel) : null,
        Words.TryRead<Seen>(What, out var what) ? what : null, Words.TryRead<SeenFor>(Purpose, out var why) ? why : null, After,
        SeesWords);

    async Task<IReadOnlyList<ReadAnomaly>> AnomaliesAsync(OpenOffice open, CancellationToken cancel)
    {
        var found = await watch.FindAsync(open.Code, open.State, Zone.At(First, TimeOnly.MinValue), cancel);
        return [.. found.Where(it => it.From < Zone.At(Last.AddDays(1), TimeOnly.MinValue))];
    }
}
