using System.Text.Json.Nodes;

namespace Pst.Web.Pages.Offices;

/// <summary>The form of a standard, and how it becomes the file's "standard" again.</summary>
public static class StandardForm
{
    /// <summary>What may be ticked of printed and of digital publications.</summary>
    public static IReadOnlyList<string> Printed { get; } = ["read", "scan"];
    public static IReadOnlyList<string> Digital { get; } = ["read", "requestForm", "selfDownload", "watermark"];

    public static void Write(SheetForm form, JsonObject file) => file["standard"] = new JsonObject
    {
        ["service"] = form.Text("standard.service"),
        ["services"] = FileText.List(form.Ticked("standard.services")),
        ["decree"] = form.Text("standard.decree"),
        ["effectiveFrom"] = form.Text("standard.effectiveFrom"),
        ["requirements"] = Rows(form, "standard.requirements", Requirement),
        ["acceptedIds"] = FileText.List(form.Ticked("standard.acceptedIds")),
        ["procedure"] = new JsonObject
        {
            ["offline"] = Rows(form, "standard.procedure.offline", Pair("step", "text")),
            ["online"] = Rows(form, "standard.procedure.online", Pair("step", "text")),
        },
        ["completion"] = Completion(form),
        ["fee"] = FileText.Number(form.Text("standard.fee")),
        ["printed"] = PrintedOf(form),
        ["digital"] = Choices(form, "standard.digital", Digital),
        ["products"] = FileText.List(form.Rows("standard.products").Select(form.Text)),
        ["complaints"] = Rows(form, "standard.complaints", Pair("channel", "value")),
    };

    static JsonObject Requirement(SheetForm form, string row) => new()
    {
        ["channels"] = FileText.List(form.Ticked($"{row}.channels")),
        ["rule"] = form.Text($"{row}.rule"),
        ["text"] = form.Text($"{row}.text"),
    };

    static JsonObject Completion(SheetForm form)
    {
        var completion = new JsonObject
        {
            ["kind"] = form.Text("standard.completion.kind"),
            ["minutes"] = FileText.Number(form.Text("standard.completion.minutes")),
            ["text"] = form.Text("standard.completion.text"),
        };
        if (form.Text("standard.completion.hours") is { Length: > 0 } hours) completion["hours"] = FileText.Spans(hours);
        return completion;
    }

    static JsonObject PrintedOf(SheetForm form)
    {
        var printed = Choices(form, "standard.printed", Printed);
        var sheets = FileText.Number(form.Text("standard.printed.copies.maxSheets"));
        printed["copies"] = sheets is null
            ? null : new JsonObject { ["maxSheets"] = sheets, ["window"] = form.Text("standard.printed.copies.window") };
        return printed;
    }

    static JsonObject Choices(SheetForm form, string path, IReadOnlyList<string> names) =>
        new(names.Select(it => KeyValuePair.Create(it, (JsonNode?)form.IsTicked($"{path}.{it}"))));

    static Func<SheetForm, string, JsonObject> Pair(string first, string second) => (form, row) =>
        new() { [first] = form.Text($"{row}.{first}"), [second] = form.Text($"{row}.{second}") };

    static JsonArray Rows(SheetForm form, string list, Func<SheetForm, string, JsonObject> read) =>
        new([.. form.Rows(list).Select(it => (JsonNode)read(form, it))]);
}
