using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pst.Domain;

/// <summary>How a choice is spelled outside: "left_unserved"; one that is a code in capitals, such as PS, stays as it is.</summary>
public static class Words
{
    /// <exception cref="KeyNotFoundException">The number stands for no choice.</exception>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Spelling<TEnum>.ByValue[value];

    /// <summary>All the words, in the order of their numbers.</summary>
    public static IReadOnlyList<string> All<TEnum>() where TEnum : struct, Enum => Spelling<TEnum>.All;

    /// <summary>Exactly as spelled: neither numbers nor other capitals are taken.</summary>
    public static bool TryRead<TEnum>([NotNullWhen(true)] string? word, out TEnum value) where TEnum : struct, Enum
    {
        value = default;
        return word is not null && Spelling<TEnum>.ByWord.TryGetValue(word, out value);
    }

    static class Spelling<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToFrozenDictionary(it => it, Spell);
        public static readonly FrozenDictionary<string, TEnum> ByWord =
            ByValue.ToFrozenDictionary(it => it.Value, it => it.Key, StringComparer.Ordinal);
        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<TEnum>().Select(Spell)];

        static string Spell(TEnum value)
        {
            var name = $"{value}";
            return name.All(char.IsAsciiLetterUpper) ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        }
    }
}
