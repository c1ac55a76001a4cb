using System.Globalization;
using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

/// <summary>What an office's file says, read a second time and for the model alone.</summary>
internal sealed class OfficeRules(JsonNode file)
{
    readonly JsonNode standard = file["standard"]!, local = file["local"]!;

    // None of the three zones knows a summer time.
    readonly TimeSpan offset = TimeSpan.FromHours((string)file["timeZone"]! switch { "Asia/Jakarta" => 7, "Asia/Makassar" => 8, _ => 9 });

    public DateOnly InForceFrom { get; } =
        DateOnly.Parse((string)file["standard"]!["effectiveFrom"]!, CultureInfo.InvariantCulture);

    public string Completion => (string)standard["completion"]!["kind"]!;
    public TimeSpan Allowance => TimeSpan.FromMinutes((int?)standard["completion"]!["minutes"] ?? 0);
    public bool ReadsPrinted => (bool)standard["printed"]!["read"]!;
    public bool Scans => (bool)standard["printed"]!["scan"]!;
    public bool ReadsDigital => (bool)standard["digital"]!["read"]!;

    public bool TakesRequests => (bool)standard["digital"]!["requestForm"]!;
    public bool LetsDownload => (bool)standard["digital"]!["selfDownload"]!;

    /// <summary>Null where no copies are offered.</summary>
    public int? MaxSheets => (int?)standard["printed"]!["copies"]?["maxSheets"];

    /// <summary>visit, day or month.</summary>
    public string? Window => (string?)standard["printed"]!["copies"]?["window"];

    public IReadOnlyList<string> Lockers { get; } = Words(file["local"]!["lockers"]!);
    public TimeSpan RatingOpen => TimeSpan.FromHours((int)local["ratingOpenHours"]!);
    public int AmberAtPercent => (int)local["amberAtPercent"]!;

    public bool Promises(string service) => Words(standard["services"]!).Contains(service);
    public bool Accepts(string card) => Words(standard["acceptedIds"]!).Contains(card);

    public bool Requires(string rule, string channel) =>
        standard["requirements"]!.AsArray().Any(it => (string)it!["rule"]! == rule && Words(it["channels"]!).Contains(channel));

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime + offset);

    /// <summary>A time of a day, in the office's zone.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), offset);

    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly day) =>
    [
        .. local["hours"]![$"{day.DayOfWeek}"[..3].ToLowerInvariant()]!.AsArray().Select(it => Words(it!))
            .Select(it => (At(day, Time(it[0])), At(day, Time(it[1])))),
    ];

    public bool IsOpen(DateTimeOffset at) => Spans(Day(at)).Any(it => it.From <= at && at < it.To);

    /// <summary>The moment itself when open.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) =>
        IsOpen(at) ? at : Enumerable.Range(0, 8).SelectMany(it => Spans(Day(at).AddDays(it))).First(it => it.From > at).From;

    static string[] Words(JsonNode list) => [.. list.AsArray().Select(it => (string)it!)];

    static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
