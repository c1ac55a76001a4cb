using System.Globalization;
using Bogus;
using Bogus.DataSets;
using Pst.Domain;

namespace Pst.Web.Demo;

/// <summary>The people of a demo: invented, with addresses that lead nowhere (RFC 2606) and numbers that nobody was given.</summary>
internal sealed class SamplePeople(Office office, DateOnly today, int seed)
{
    const int Woman = 2, NikWomansDays = 40;

    // The youngest and oldest of each age group of the code book.
    static readonly (int From, int To)[] Years = [(15, 16), (17, 25), (26, 34), (35, 44), (45, 54), (55, 65), (66, 78)];

    readonly Faker faker = new("id_ID") { Random = new Randomizer(seed) };
    readonly string place = office.Details.Name.Replace("BPS ", "", StringComparison.Ordinal);

    public IReadOnlyList<SamplePerson> Make(int count) => [.. Enumerable.Range(1, count).Select(MakeOne)];

    SamplePerson MakeOne(int number)
    {
        var chance = faker.Random;
        var profile = Profile.Of(chance);
        var codes = new Demographics(
            chance.Int(1, 2), chance.ArrayElement(profile.Ages), chance.Bool(0.04f) ? 1 : 2, chance.ArrayElement(profile.Educations),
            profile.Occupation, profile.InstitutionKind);
        var gender = codes.Gender == Woman ? Name.Gender.Female : Name.Gender.Male;
        var (first, last) = (faker.Name.FirstName(gender), faker.Name.LastName(gender));
        return new(
            $"{first} {last}", $"{first}.{last}{number}@contoh.example".ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal),
            string.Create(CultureInfo.InvariantCulture, $"0800{chance.Int(1000, 9999)}{number:0000}"),
            profile.Institution(faker, place), NikOf(codes), profile.Purpose, codes);
    }

    // The office's own code stands for the district; the birth date agrees with gender and age.
    string NikOf(Demographics codes)
    {
        var (from, to) = Years[codes.Age - 1];
        var born = today.AddYears(-faker.Random.Int(from, to)).AddDays(-faker.Random.Int(1, 300));
        var day = born.Day + (codes.Gender == Woman ? NikWomansDays : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{office.Code}01{day:00}{born:MMyy}{faker.Random.Int(1, 9999):0000}");
    }
}
