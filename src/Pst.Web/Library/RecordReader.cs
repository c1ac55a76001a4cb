using System.Globalization;
using System.Text.Json;

namespace Pst.Web.Library;

/// <summary>
/// Reads one publication of a list or detail. It came from outside: every field has a type and a bound, and one that breaks them is named.
/// Fields that we do not know are none of our business.
/// </summary>
internal sealed class RecordReader(JsonElement record)
{
    const int MostWords = 20_000, MostLine = 1_000, MostId = 200;

    readonly List<FieldFault> faults = [];

    /// <summary>The record, or null and what is wrong with it.</summary>
    public static (PublicationRecord? Read, RefusedRecord? Refused) Read(string domain, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return (null, new(domain, null, [new("$", "not_an_object")]));
        var reader = new RecordReader(record);
        var read = reader.Read(domain);
        return reader.faults.Count == 0
            ? (read, null)
            : (null, new(domain, read.Id.Length > 0 ? read.Id : null, reader.faults));
    }

    PublicationRecord Read(string domain) => new(
        domain, Id(), PlainAbstract.Line(Needed("title")), PlainAbstract.Of(Text("abstract", MostWords)),
        Number("kat_no"), Number("pub_no"), Number("issn"), Date("sch_date"), Date("rl_date"), Date("updt_date"),
        Address("cover"), Address("pdf"), Line("size"), record.TryGetProperty("kat_no", out _));

    string Id()
    {
        var id = Text("pub_id", MostId) ?? "";
        if (id.Length > 0 && id.All(it => char.IsAsciiLetterOrDigit(it) || it is '-' or '_' or '.')) return id;
        if (faults.All(it => it.Field != "pub_id")) faults.Add(new("pub_id", id.Length == 0 ? "required" : "malformed"));
        return "";
    }

    string Needed(string name)
    {
        var text = Text(name, MostLine);
        if (string.IsNullOrWhiteSpace(text) && faults.All(it => it.Field != name)) faults.Add(new(name, "required"));
        return text ?? "";
    }

    // Where there is none a dash stands.
    string? Number(string name) => Line(name) is { } text && text.Trim('-', ' ').Length > 0 ? text : null;

    string? Line(string name) => Text(name, MostLine) is { } text && PlainAbstract.Line(text) is { Length: > 0 } line ? line : null;

    DateOnly? Date(string name)
    {
        if (Text(name, MostLine) is not { Length: > 0 } text || text == "0000-00-00") return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        faults.Add(new(name, "not_a_date"));
        return null;
    }

    string? Address(string name)
    {
        if (Text(name, MostLine) is not { Length: > 0 } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") return address.AbsoluteUri;
        faults.Add(new(name, "not_an_address"));
        return null;
    }

    string? Text(string name, int max)
    {
        if (!record.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            faults.Add(new(name, "not_text"));
            return null;
        }
        var text = value.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        if (text.Length <= max) return text;
        faults.Add(new(name, "too_long"));
        return null;
    }
}
