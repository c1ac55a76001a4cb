using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Pst.Proof;

/// <summary>
/// A bundle as one ZIP. It has one spelling alone: what is written of what was read is the same to the byte, so nothing in it can be
/// changed and go unseen, be it a date in the ZIP's directory.
/// </summary>
public static class BundleFile
{
    /// <summary>More than this is not read.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    const string Guide = "PERIKSA.html", Head = "checkpoint.txt", Keys = "keys.txt", Earlier = "earlier.jsonl", Events = "events.jsonl";

    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that a ZIP can say

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Bundle bundle)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Guide, BundleGuide.Text);
            Add(zip, Head, bundle.Head.Note);
            Add(zip, Keys, string.Concat(bundle.Keys.Select(it => $"{it}\n")));
            Add(zip, Earlier, Lines(bundle.Earlier));
            Add(zip, Events, Lines(bundle.Events));
        }
        return file.ToArray();
    }

    /// <summary>The bundle in a file; null where it is none, or not to the byte what would be written of it.</summary>
    public static Bundle? Read(byte[] file)
    {
        try
        {
            return file.Length <= MostBytes && Parse(file) is { } bundle && IsSame(file, Write(bundle)) ? bundle : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or IOException or NotSupportedException
            or ArgumentException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null; // whatever a reader of ZIP or JSON says to garbage
        }
    }

    static Bundle? Parse(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        string Text(string name)
        {
            var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.");
            if (entry.Length > file.Length) throw new InvalidDataException($"{name} claims to be longer than the file.");
            using var reader = new StreamReader(entry.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }

        IReadOnlyList<T> All<T>(string name) =>
        [
            .. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(it => JsonSerializer.Deserialize<T>(it, Json) ?? throw new InvalidDataException($"{name} has an empty line.")),
        ];

        var keys = Text(Keys).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(LogKey.Parse).ToList();
        return SignedCheckpoint.Parse(Text(Head)) is { } head && keys.TrueForAll(it => it is not null)
            ? new(head, [.. keys.OfType<LogKey>()], All<EarlierCheckpoint>(Earlier), All<ProvenEvent>(Events))
            : null;
    }

    static string Lines<T>(IEnumerable<T> rows) => string.Concat(rows.Select(it => $"{JsonSerializer.Serialize(it, Json)}\n"));

    static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(text));
    }

    // Each record of the directory says on what kind of system it was made (APPNOTE 4.4.2): Windows and Unix are both right.
    static bool IsSame(byte[] file, byte[] written)
    {
        if (file.Length != written.Length) return false;
        for (var at = 0; at < file.Length; at++)
        {
            var isMaker = at >= 5 && written.AsSpan(at - 5, 4).SequenceEqual("PK\u0001\u0002"u8) && file[at] is 0 or 3;
            if (file[at] != written[at] && !isMaker) return false;
        }
        return true;
    }
}
