using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>
/// Who may be asked in the survey of data needs (SKD), by the columns of its code book: codes only, a line a visitor. The order is that of
/// the codes, so that no line tells when somebody came.
/// </summary>
public static class Respondents
{
    static readonly string[] Heads =
    [
        "no", "kantor", "edisi", "jenis_kelamin", "umur", "disabilitas", "pendidikan", "pekerjaan", "instansi",
        "keperluan", "kanal", "kunjungan",
    ];

    /// <param name="visits">Those of some days; what a visitor said last counts.</param>
    public static Table Of(OfficeCode office, IEnumerable<VisitFact> visits)
    {
        var signed = Signed(visits).GroupBy(it => it.Row.Signed!.VisitorId);
        var answers = signed.Select(it => (Last: it.MaxBy(visit => visit.Row.SignedAt)!, Visits: it.Count()))
            .Select(it => (it.Last.Row.Signed!.CodeBook, Codes: CodesOf(it.Last), it.Visits));
        var sorted = answers.OrderBy(it => it.CodeBook)
            .ThenBy(it => string.Join(' ', it.Codes), StringComparer.Ordinal).ThenBy(it => it.Visits);
        return new("responden-skd", "Responden SKD", Heads,
        [
            .. sorted.Select((it, index) => (IReadOnlyList<Cell>)
                [index + 1, office.Value, it.CodeBook, .. it.Codes.Select(code => (Cell)code), it.Visits]),
        ]);
    }

    /// <summary>Who they are by the office's own numbers.</summary>
    public static IEnumerable<VisitorId> Among(IEnumerable<VisitFact> visits) =>
        Signed(visits).Select(it => it.Row.Signed!.VisitorId).Distinct();

    static IEnumerable<VisitFact> Signed(IEnumerable<VisitFact> visits) =>
        visits.Where(it => it.Row is { IsVoided: false, Signed: not null });

    static int[] CodesOf(VisitFact visit)
    {
        var (signed, told) = (visit.Row.Signed!, visit.Row.Signed!.Demographics);
        return
        [
            told.Gender, told.Age, told.Disability, told.Education, told.Occupation, told.InstitutionKind, signed.Purpose,
            visit.Row.Arrived.Channel == Channel.Offline ? 1 : 2,
        ];
    }
}
