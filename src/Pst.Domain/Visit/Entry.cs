namespace Pst.Domain;

using static InputError;

/// <summary>
/// The fields that a supervisor may correct, by their names in the API: each says how it is read, what it may become, and the entry with
/// it. Never who, when or personal data.
/// </summary>
public static class Entry
{
    /// <summary>The entry as it stands with another value; a value that <see cref="Wrong"/> finds fault with has no place here.</summary>
    /// <exception cref="InvalidDataException">The entry has no such field: a damaged stream.</exception>
    public static VisitEvent Corrected(VisitEvent entry, string field, EntryValue to) =>
        Find(entry, field)?.Set(to) ?? throw new InvalidDataException($"{entry} has no {field}.");

    public static bool Has(VisitEvent entry, string field) => Find(entry, field) is not null;
    public static EntryValue? Value(VisitEvent entry, string field) => Find(entry, field)?.Value;

    /// <summary>Why the field cannot become that, or null.</summary>
    public static InputError? Wrong(VisitEvent entry, string field, EntryValue to) => Find(entry, field)?.Wrong(to);

    sealed record Slot(EntryValue? Value, Func<EntryValue, InputError?> Wrong, Func<EntryValue, VisitEvent> Set);

    static Slot? Find(VisitEvent entry, string field) => (entry, field) switch
    {
        (Arrived it, "partySize") => Number(it.PartySize, 200, to => it with { PartySize = to }),
        (Arrived it, "priority") => Word(it.Priority, to => it with { Priority = to }),
        (GuestbookSigned it, "purpose") => Number(it.Purpose, CodeBook.Purposes, to => it with { Purpose = to }),
        (GuestbookSigned { Demographics: var who } it, _) => Find(who, field, to => it with { Demographics = to }),
        (PublicationRead it, "publicationId") => Publication(it.PublicationId, to => it with { PublicationId = to }),
        (PublicationRead it, "form") => Word(it.Form, to => it with { Form = to }),
        (CopiesMade it, "sheets") => Number(it.Sheets, 1000, to => it with { Sheets = to }),
        (CopiesMade it, "publicationId") => Publication(it.PublicationId, to => it with { PublicationId = to }),
        (SoftcopyScanned it, "pages") => Number(it.Pages, 1000, to => it with { Pages = to }),
        (SoftcopyScanned it, "publicationId") => Publication(it.PublicationId, to => it with { PublicationId = to }),
        (SoftcopyDownloaded it, "publicationId") => Publication(it.PublicationId, to => it with { PublicationId = to }),
        (Rated it, "overall") => Number(it.Overall, 4, to => it with { Overall = to }),
        (Rated it, _) when field.StartsWith("elements.", StringComparison.Ordinal) => Find(it, field["elements.".Length..]),
        (Departed it, "reason") => Word(it.Reason, to => new Departed(to)),
        _ => null,
    };

    static Slot? Find(Demographics who, string field, Func<Demographics, VisitEvent> set) => field switch
    {
        "demographics.gender" => Number(who.Gender, CodeBook.Genders, to => set(who with { Gender = to })),
        "demographics.age" => Number(who.Age, CodeBook.Ages, to => set(who with { Age = to })),
        "demographics.disability" => Number(who.Disability, CodeBook.Disabilities, to => set(who with { Disability = to })),
        "demographics.education" => Number(who.Education, CodeBook.Educations, to => set(who with { Education = to })),
        "demographics.occupation" => Number(who.Occupation, CodeBook.Occupations, to => set(who with { Occupation = to })),
        "demographics.institutionKind" =>
            Number(who.InstitutionKind, CodeBook.InstitutionKinds, to => set(who with { InstitutionKind = to })),
        _ => null,
    };

    static Slot? Find(Rated rated, string name)
    {
        if (!Enum.GetNames<Element>().Contains(name)) return null;
        var element = Enum.Parse<Element>(name);
        int? mark = rated.Elements?.Marks.TryGetValue(element, out var given) == true ? given : null;
        return Number(mark, 4, to => rated with { Elements = (rated.Elements ?? new([])).With(element, to) });
    }

    static Slot Number(int? value, int max, Func<int, VisitEvent> set) =>
        new(value, to => to.Number is null ? new NotAnInteger() : to.Number < 1 || to.Number > max ? new OutOfRange(1, max) : null,
            to => set(to.Number!.Value));

    static Slot Word<TEnum>(TEnum value, Func<TEnum, VisitEvent> set) where TEnum : struct, Enum =>
        new(Words.Of(value), to => Words.TryRead<TEnum>(to.Text, out _) ? null : new NotAWord([.. Words.All<TEnum>()]),
            to => Words.TryRead<TEnum>(to.Text, out var word)
                ? set(word) : throw new InvalidDataException($"{to} is no {typeof(TEnum).Name}."));

    static Slot Publication(PublicationId? value, Func<PublicationId, VisitEvent> set) =>
        new(value is { } id ? (EntryValue?)id.Value : null, to => PublicationId.TryParse(to.Text, null, out _) ? null : new Malformed(),
            to => set(PublicationId.Parse(to.Text!, null)));
}
