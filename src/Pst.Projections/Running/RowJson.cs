using System.Text.Json;

namespace Pst.Projections;

/// <summary>A row as its document.</summary>
internal static class RowJson
{
    internal static byte[] Write<TRow>(TRow row) => JsonSerializer.SerializeToUtf8Bytes(row, StoredJson.Options);

    internal static TRow Read<TRow>(byte[] document) => JsonSerializer.Deserialize<TRow>(document, StoredJson.Options)!;
}
