using Pst.Domain;

namespace Pst.Web.Pages.History;

/// <summary>What may stand in an entry's field where that is one of a list: the values, each with the name of its sentence.</summary>
internal static class EntryWords
{
    /// <returns>Nothing where any number or publication may stand.</returns>
    public static IReadOnlyList<(string Value, string Sentence)> Of(string field) => field switch
    {
        "purpose" => Codes(field, CodeBook.Purposes),
        "demographics.gender" => Codes("gender", CodeBook.Genders),
        "demographics.age" => Codes("age", CodeBook.Ages),
        "demographics.disability" => Codes("disability", CodeBook.Disabilities),
        "demographics.education" => Codes("education", CodeBook.Educations),
        "demographics.occupation" => Codes("occupation", CodeBook.Occupations),
        "demographics.institutionKind" => Codes("institutionKind", CodeBook.InstitutionKinds),
        "overall" => Codes("mark", 4),
        "priority" => Named<Priority>(field),
        "form" => Named<ReadingForm>(field),
        "reason" => [.. Named<DepartureReason>("departure").Where(it => it.Value != Words.Of(DepartureReason.UnknownEnd))],
        _ => field.StartsWith("elements.", StringComparison.Ordinal) ? Codes("mark", 4) : [],
    };

    /// <summary>The name of a value's sentence; null where the value speaks for itself.</summary>
    public static string? SentenceOf(string field, string value) => Of(field).FirstOrDefault(it => it.Value == value).Sentence;

    static IReadOnlyList<(string, string)> Codes(string list, int count) =>
        [.. Enumerable.Range(1, count).Select(it => ($"{it}", $"{list}.{it}"))];

    static IReadOnlyList<(string Value, string)> Named<T>(string list) where T : struct, Enum =>
        [.. Words.All<T>().Select(it => (it, $"{list}.{it}"))];
}
