using System.Globalization;
using Bogus;
using Bogus.DataSets;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>
/// The people who come to a simulated office: invented, with addresses that lead nowhere (RFC 2606) and numbers that nobody was given. Each
/// is made when asked for, by number, and always the same.
/// </summary>
/// <param name="today">By which ages are told.</param>
/// <param name="count">How many there are.</param>
/// <param name="reserved">The first ones, who are not drawn; the last of these is the forgetful one.</param>
internal sealed class SamplePeople(Office office, DateOnly today, int seed, int count, int reserved)
{
    const int Woman = 2, NikWomansDays = 40;

    // The youngest and oldest of each age group of the code book.
    static readonly (int From, int To)[] Years = [(15, 16), (17, 25), (26, 34), (35, 44), (45, 54), (55, 65), (66, 78)];

    // To make one takes long: the data are read.
    [ThreadStatic] static Faker? shared;

    readonly string place = office.Details.Name.Replace("BPS ", "", StringComparison.Ordinal);

    /// <summary>Leaves the card behind, where somebody does for long.</summary>
    public SamplePerson Forgetful => Make(reserved);

    /// <summary>The first ones.</summary>
    public IReadOnlyList<SamplePerson> First(int number) => [.. Enumerable.Range(1, number).Select(Make)];

    /// <summary>Who comes on a day, each once; some come often.</summary>
    public IReadOnlyList<SamplePerson> Draw(Randomizer chance, int number)
    {
        var drawn = new OrderedDictionary<int, SamplePerson>();
        while (drawn.Count < number)
        {
            var share = chance.Double();
            var next = reserved + 1 + (int)((count - reserved) * share * share);
            if (!drawn.ContainsKey(next)) drawn.Add(next, Make(next));
        }
        return [.. drawn.Values];
    }

    SamplePerson Make(int number)
    {
        var faker = shared ??= new("id_ID");
        var chance = faker.Random = new(unchecked(seed * 16_777_619 ^ number * 486_187_739));
        var profile = Profile.Of(chance);
        var codes = new Demographics(
            chance.Int(1, 2), chance.ArrayElement(profile.Ages), chance.Bool(0.04f) ? 1 : 2, chance.ArrayElement(profile.Educations),
            profile.Occupation, profile.InstitutionKind);
        var gender = codes.Gender == Woman ? Name.Gender.Female : Name.Gender.Male;
        var (first, last) = (faker.Name.FirstName(gender), faker.Name.LastName(gender));
        return new(
            $"{first} {last}", $"{first}.{last}{number}@contoh.example".ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal),
            string.Create(CultureInfo.InvariantCulture, $"0800{chance.Int(1000, 9999)}{number:0000}"),
            profile.Institution(faker, place), NikOf(codes, chance), profile.Purpose, codes);
    }

    // The office's own code stands for the district; the birth date agrees with gender and age.
    string NikOf(Demographics codes, Randomizer chance)
    {
        var (from, to) = Years[codes.Age - 1];
        var born = today.AddYears(-chance.Int(from, to)).AddDays(-chance.Int(1, 300));
        var day = born.Day + (codes.Gender == Woman ? NikWomansDays : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{office.Code}01{day:00}{born:MMyy}{chance.Int(1, 9999):0000}");
    }
}
