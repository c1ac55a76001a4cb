namespace Pst.Web.Library;

/// <summary>A publication as the Web API tells it, read and clean.</summary>
/// <param name="Domain">Of the office that published it: four digits.</param>
/// <param name="Id">Its id there, unique in its domain.</param>
/// <param name="PdfUrl">Null where it is printed only.</param>
/// <param name="IsDetail">It came with its numbers; a list leaves them out, which is not to say that there are none.</param>
internal sealed record PublicationRecord(
    string Domain, string Id, string Title, string? Abstract, string? CatalogueNumber, string? PublicationNumber, string? Issn,
    DateOnly? Scheduled, DateOnly? Released, DateOnly? Revised, string? CoverUrl, string? PdfUrl, string? Size, bool IsDetail)
{
    public Subject Subject => Subjects.Of(CatalogueNumber, Title);
}

/// <summary>Why a field cannot be taken.</summary>
/// <param name="Field">As the record spells it.</param>
/// <param name="Why">
/// A word: <c>required</c>, <c>not_text</c>, <c>too_long</c>, <c>not_a_date</c>, <c>not_an_address</c>, <c>malformed</c>.
/// </param>
public sealed record FieldFault(string Field, string Why);

/// <summary>A record that was not taken. What stood in its fields is not repeated.</summary>
/// <param name="Id">Null where even that could not be read.</param>
public sealed record RefusedRecord(string Domain, string? Id, IReadOnlyList<FieldFault> Faults);
