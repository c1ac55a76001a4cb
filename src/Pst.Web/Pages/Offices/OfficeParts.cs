using System.Globalization;
using System.Text.Json.Nodes;
using Pst.Domain;

namespace Pst.Web.Pages.Offices;

/// <summary>A part of an office's file that has a form of its own.</summary>
/// <param name="Name">In the address; its title is the sentence "part." and this.</param>
/// <param name="View">The partial view with its fields.</param>
/// <param name="Write">Brings the file to what the form says.</param>
public sealed record OfficePart(string Name, string View, Action<SheetForm, JsonObject> Write);

/// <summary>The parts, and how each form becomes the file again. What is right in it the file's own reader decides.</summary>
public static class OfficeParts
{
    /// <summary>As the file names them, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static IReadOnlyList<string> Details { get; } = ["name", "unit", "parent", "address", "phone", "website", "timeZone"];

    public static IReadOnlyList<OfficePart> All { get; } =
    [
        new("jam", "_Hours", WriteHours),
        new("libur", "_Holidays", (form, file) =>
        {
            var days = form.Rows("local.holidays").Select(form.Text).Distinct();
            Local(file)["holidays"] = FileText.List(days.Order(StringComparer.Ordinal));
        }),
        new("ruang", "_Room", WriteRoom),
        new("janji", "_PledgeForm", WritePledge),
        new("identitas", "_Details", (form, file) =>
        {
            foreach (var name in Details) file[name] = form.Text(name);
        }),
    ];

    public static IReadOnlyList<string> Numbers { get; } =
        ["earlyArrivalMinutes", "amberAtPercent", "ratingOpenHours", "retentionDays", "archiveDays", "appointmentPlaces"];

    public static IReadOnlyList<string> Uses { get; } = ["tickets", "display", "voice"];

    public static IReadOnlyList<string> Pledge { get; } = ["text", "signedBy", "position", "signedOn"];

    static void WriteHours(SheetForm form, JsonObject file)
    {
        var local = Local(file);
        local["hours"] = Week(form, "local.hours");
        var seasons = form.Rows("local.seasonalHours").Select(it => new JsonObject
        {
            ["from"] = form.Text($"{it}.from"),
            ["to"] = form.Text($"{it}.to"),
            ["hours"] = Week(form, $"{it}.hours"),
        }).ToArray<JsonNode?>();
        local["seasonalHours"] = seasons is [] ? null : new JsonArray(seasons);
        local["dayOverrides"] = Overrides(form);
    }

    static void WriteRoom(SheetForm form, JsonObject file)
    {
        var local = Local(file);
        local["lockers"] = FileText.List(form.Text("local.lockers"));
        local["desks"] = FileText.List(form.Text("local.desks"));
        foreach (var name in Numbers) local[name] = FileText.Number(form.Text($"local.{name}"));
        local["uses"] = new JsonObject(Uses.Select(it => KeyValuePair.Create(it, (JsonNode?)form.IsTicked($"local.uses.{it}"))));
    }

    // Nothing filled in is no maklumat; half of one the reader sends back.
    static void WritePledge(SheetForm form, JsonObject file)
    {
        var pledge = new JsonObject(Pledge.Select(it => KeyValuePair.Create(it, (JsonNode?)form.Text($"local.pledge.{it}"))));
        Local(file)["pledge"] = pledge.All(it => (string?)it.Value == "") ? null : pledge;
        Local(file)["compensation"] = form.Text("local.compensation") is { Length: > 0 } offer ? offer : null;
    }

    // A date that stands there twice becomes a name that is no date, and the reader says so.
    static JsonObject Overrides(SheetForm form)
    {
        var days = new JsonObject();
        foreach (var row in form.Rows("local.dayOverrides"))
        {
            var day = form.Text($"{row}.date");
            var name = days.ContainsKey(day) ? string.Create(CultureInfo.InvariantCulture, $"{day} ({days.Count})") : day;
            days[name] = FileText.Spans(form.Text($"{row}.spans"));
        }
        return days;
    }

    static JsonObject Week(SheetForm form, string path) =>
        new(Days.Select(it => KeyValuePair.Create(it, (JsonNode?)FileText.Spans(form.Text($"{path}.{it}")))));

    static JsonObject Local(JsonObject file) => file["local"]!.AsObject();
}
