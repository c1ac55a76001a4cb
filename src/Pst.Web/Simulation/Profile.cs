using Bogus;

namespace Pst.Web.Simulation;

/// <summary>A kind of visitor: codes of the SKD code book that go together, most frequent answers repeated.</summary>
/// <param name="Share">Of all visitors, in percent.</param>
/// <param name="Institution">Its name; null for somebody who comes for none.</param>
internal sealed record Profile(
    int Share, int Occupation, int InstitutionKind, int Purpose, int[] Ages, int[] Educations, Func<Faker, string, string?> Institution)
{
    /// <summary>From pupils to pensioners.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new(46, 1, 6, 1, [1, 2, 2, 2, 2, 2, 3], [1, 1, 1, 3], (it, place) => $"{it.PickRandom("Universitas", "SMA")} Contoh {place}"),
        new(10, 2, 6, 4, [3, 3, 4, 5], [4, 4, 5], (_, place) => $"Universitas Contoh {place}"),
        new(18, 3, 4, 2, [3, 4, 4, 5, 6], [3, 3, 4], (it, place) => $"{it.PickRandom("Bappeda", "Dinas Sosial")} {place}"),
        new(4, 4, 7, 3, [3, 4, 5], [3], (_, place) => $"BUMD {place}"),
        new(9, 5, 8, 3, [2, 3, 4], [3, 3, 2], (it, _) => it.Company.CompanyName()),
        new(7, 6, 9, 3, [3, 4, 5, 6], [1, 2, 3], (_, _) => null),
        new(6, 7, 9, 5, [5, 6, 7], [1, 3], (_, _) => null),
    ];

    /// <summary>One of them, by their shares.</summary>
    public static Profile Of(Randomizer chance)
    {
        var drawn = chance.Int(1, All.Sum(it => it.Share));
        return All.First(it => (drawn -= it.Share) <= 0);
    }
}
