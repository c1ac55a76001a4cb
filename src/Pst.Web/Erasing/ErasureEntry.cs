using System.Text.Json;
using System.Text.Json.Serialization;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Web.Erasing;

/// <summary>One erasure as it is kept outside the database: the events that say so, of which none names anybody.</summary>
/// <param name="Erasure">Known by it in the log, too.</param>
public sealed record ErasureEntry(Guid Erasure, OfficeCode Office, DateTimeOffset At, ValueList<ErasureFact> Facts)
{
    internal (OfficeCode, Guid) Key => (Office, Erasure);

    /// <summary>What was appended, as it is kept.</summary>
    public static ErasureEntry Of(
        Guid erasure, OfficeCode office, DateTimeOffset at, IEnumerable<(Guid Stream, object Happened)> events) =>
        new(erasure, office, at, [.. events.Select(it => ErasureFact.Of(it.Stream, it.Happened))]);

    /// <summary>The visits of which nothing personal is left.</summary>
    [JsonIgnore] public IEnumerable<VisitId> Visits => Facts.Select(it => it.Read()).OfType<DataErased>().SelectMany(it => it.Visits);

    /// <summary>The records of which nothing at all is left.</summary>
    [JsonIgnore] public IEnumerable<Guid> Records =>
        Facts.Where(it => it.Read() is DataErased { Everything: true }).Select(it => it.Stream);

    internal string ToLine() => JsonSerializer.Serialize(this, StoredJson.Options);

    /// <summary>Null for a line that is none.</summary>
    internal static ErasureEntry? OfLine(string line)
    {
        try { return JsonSerializer.Deserialize<ErasureEntry>(line, StoredJson.Options); }
        catch (JsonException) { return null; }
    }
}

/// <summary>An event of an erasure.</summary>
/// <param name="Type">Its alias.</param>
/// <param name="Data">As stored.</param>
public sealed record ErasureFact(Guid Stream, string Type, JsonElement Data)
{
    internal static ErasureFact Of(Guid stream, object happened) =>
        new(stream, AliasOf(happened.GetType()),
            JsonSerializer.SerializeToElement(happened, happened.GetType(), StoredJson.Options));

    /// <exception cref="JsonException">A newer program wrote it.</exception>
    internal object Read() =>
        Type == AliasOf(typeof(DataErased)) ? Data.Deserialize<DataErased>(StoredJson.Options)!
        : Type == AliasOf(typeof(RecordsDestroyed)) ? Data.Deserialize<RecordsDestroyed>(StoredJson.Options)!
        : throw new JsonException($"{Type} is no event of an erasure.");

    static string AliasOf(Type type) => StoredEvents.Types.AliasOf(type);
}
