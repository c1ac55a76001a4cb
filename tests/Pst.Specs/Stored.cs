using System.Text.Json;

namespace Pst.Domain.Specs;

internal static class Stored
{
    /// <summary>What the store would give back of it.</summary>
    public static T AndReadBack<T>(T value)
    {
        var (type, options) = (value?.GetType() ?? typeof(T), StoredJson.Options);
        return (T)JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, options), type, options)!;
    }
}
