namespace Pst.Domain;

/// <summary>The answers that the guestbook offers: SKD code book, edition 2024. Each list counts from 1.</summary>
public static class CodeBook
{
    /// <summary>The edition that new entries are coded in; older entries name theirs.</summary>
    public const int Edition = 2024;

    /// <summary>The age for which an adult confirms, and which nobody contacts.</summary>
    public const int Under17 = 1;

    /// <summary>Highest code of each list.</summary>
    public const int Purposes = 5, Genders = 2, Ages = 7, Disabilities = 2, Educations = 5, Occupations = 7, InstitutionKinds = 9;
}
