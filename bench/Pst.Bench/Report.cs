using System.Globalization;
using System.Text.Json;

namespace Pst.Bench;

/// <summary>The table for people and the file for programs.</summary>
static class Report
{
    public static void Head() => Console.WriteLine($"{"",-12} {"per second",12} {"floor",12} {"ratio",8}   wanted");

    /// <summary>Each as soon as it is known: the whole takes minutes.</summary>
    public static void Print(Result result) => Console.WriteLine($"{Line(result)}{(result.IsReached ? "" : "   MISSED")}");

    /// <summary>Writes <c>{"results": […]}</c>.</summary>
    public static void Save(IReadOnlyList<Result> results, string path) =>
        File.WriteAllText(path, JsonSerializer.Serialize(new { results = results.Select(Entry) }) + "\n");

    static string Line(Result result) => result switch
    {
        Ratio it => string.Create(CultureInfo.InvariantCulture,
            $"{it.Name,-12} {it.PerSecond,12:N0} {it.FloorPerSecond,12:N0} {it.Value,8:0.00}   "
            + $"≥ {it.AtLeast}{(it.OrPerSecond > 0 ? $" and {it.OrPerSecond:N0}/s" : "")}"),
        Amount it => string.Create(CultureInfo.InvariantCulture,
            $"{it.Name,-12} {it.Value,12:0.##} {it.Unit,-12} {"",8}   ≤ {it.AtMost} ({it.Note})"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Dictionary<string, object> Entry(Result result) => result switch
    {
        Ratio it => new()
        {
            ["name"] = it.Name,
            ["perSecond"] = Math.Round(it.PerSecond),
            ["floorPerSecond"] = Math.Round(it.FloorPerSecond),
            ["ratio"] = Math.Round(it.Value, 3),
        },
        Amount it => new() { ["name"] = it.Name, [it.Unit] = Math.Round(it.Value, 2) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
