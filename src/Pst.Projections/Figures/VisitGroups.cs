using System.Globalization;

namespace Pst.Projections;

/// <summary>By which numbers visits are grouped: codes of the guestbook, hours of the day, or those of a choice.</summary>
public static class VisitGroups
{
    /// <summary>The numbers of a group by the present code book; null, for what is not known, is the last where it may occur.</summary>
    public static IReadOnlyList<int?> Codes(this VisitGrouping by) => by switch
    {
        VisitGrouping.Day => [],
        VisitGrouping.Hour => [.. Enumerable.Range(0, 24)],
        VisitGrouping.Service => [.. Enum.GetValues<ServiceCode>().Select(it => (int)it)],
        VisitGrouping.Channel => [.. Enum.GetValues<Channel>().Select(it => (int)it)],
        VisitGrouping.Purpose => Answers(CodeBook.Purposes),
        VisitGrouping.Gender => Answers(CodeBook.Genders),
        VisitGrouping.Age => Answers(CodeBook.Ages),
        VisitGrouping.Education => Answers(CodeBook.Educations),
        VisitGrouping.Occupation => Answers(CodeBook.Occupations),
        VisitGrouping.InstitutionKind => Answers(CodeBook.InstitutionKinds),
        VisitGrouping.Disability => Answers(CodeBook.Disabilities),
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>The visit's number; null where it is not known. Days have none.</summary>
    public static int? CodeOf(this VisitGrouping by, VisitFact visit) => by switch
    {
        VisitGrouping.Hour => visit.Hour,
        VisitGrouping.Service => (int)visit.Row.Service,
        VisitGrouping.Channel => (int)visit.Row.Arrived.Channel,
        VisitGrouping.Purpose => visit.Row.Signed?.Purpose,
        VisitGrouping.Gender => visit.Row.Signed?.Demographics.Gender,
        VisitGrouping.Age => visit.Row.Signed?.Demographics.Age,
        VisitGrouping.Education => visit.Row.Signed?.Demographics.Education,
        VisitGrouping.Occupation => visit.Row.Signed?.Demographics.Occupation,
        VisitGrouping.InstitutionKind => visit.Row.Signed?.Demographics.InstitutionKind,
        VisitGrouping.Disability => visit.Row.Signed?.Demographics.Disability,
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>A number as files and addresses name it: an hour 00–23, a word, or the code itself.</summary>
    public static string Spell(this VisitGrouping by, int? code) => (by, code) switch
    {
        (_, null) => "unknown",
        (VisitGrouping.Hour, { } hour) => hour.ToString("00", CultureInfo.InvariantCulture),
        (VisitGrouping.Service, { } service) => Words.Of((ServiceCode)service),
        (VisitGrouping.Channel, { } channel) => Words.Of((Channel)channel),
        (_, { } known) => known.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Where a group's tally counts it: what is not known stands first.</summary>
    internal static int Place(int? code) => code is { } known ? known + 1 : 0;

    static int?[] Answers(int highest) => [.. Enumerable.Range(1, highest).Select(it => (int?)it), null];
}
