using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

using static ComplaintFigure;

/// <summary>An office's complaints of a period beside those of the one before.</summary>
/// <param name="OpensThem">Whether the reader may look at complaints.</param>
public sealed record ComplaintsView(
    OfficeCode Office, ReportPeriod Period, long? Position, ComplaintFigures Now, ComplaintFigures Before, bool OpensThem)
{
    public bool IsEmpty => Now.Days.Count == 0 && Before.Days.Count == 0;

    /// <summary>What came, how the promised days were kept, and what is still open.</summary>
    public IReadOnlyList<Sign> Lines(IStringLocalizer<Sentences> text) =>
    [
        Counted(Received, "complaints_received", text), Promise(VerifiedInTime, "complaints_verified", text),
        Promise(AnsweredInTime, "complaints_answered", text), Promise(ResolvedInTime, "complaints_resolved", text),
        Counted(Open, "complaints_open", text),
    ];

    /// <summary>What people complain about.</summary>
    public Chart Classes(IStringLocalizer<Sentences> text)
    {
        var rows = Enum.GetValues<Element>().Select(it => (Element?)it).Append(null)
            .Select(it => (Class: it, Sums: Now.Of(it))).Where(it => it.Sums[Received] > 0).ToList();
        var most = rows.Where(it => it.Class is not null).OrderByDescending(it => it.Sums[Received]).FirstOrDefault();
        var told = most.Class is { } element
            ? text["Terbanyak: {0}, {1} dari {2}.", text[$"element.{element}"].Value, most.Sums[Received], Now.Total[Received]].Value
            : text["Belum ada yang diverifikasi."].Value;
        return new("pengaduan-unsur", ChartKind.Rows, text["Pengaduan menurut unsur"], told, text["Unsur"],
            [new(text["complaint.figure.received"]), new(text["complaint.figure.open"], false)],
            [
                .. rows.Select(it => new ChartRow(
                    NameOf(it.Class, text), [ChartCell.Of(it.Sums[Received]), ChartCell.Of(it.Sums[Open])],
                    Behind(new(Received, IsOfClass: true, it.Class)))),
            ])
        {
            Definition = "complaints_received",
            IsCount = true,
        };
    }

    /// <summary>A class in words.</summary>
    public static string NameOf(Element? element, IStringLocalizer<Sentences> text) =>
        element is { } known ? text[$"element.{known}"] : text["belum diverifikasi"];

    Sign Counted(ComplaintFigure figure, string definition, IStringLocalizer<Sentences> text) => new(
        text[$"complaint.figure.{Words.Of(figure)}"], "", ChartCell.Of(Now.Total[figure]).Text, "", ChartCell.Of(Before.Total[figure]).Text,
        Now.Total[figure] == 0 ? null : Behind(new(figure)), definition);

    Sign Promise(ComplaintFigure inTime, string definition, IStringLocalizer<Sentences> text)
    {
        var (kept, late, due) = (Now.Total[inTime], Now.Total[inTime + 1], Now.Total[inTime + 2]);
        return new(
            text[$"figure.{definition}"], text["terlambat {0}, belum jatuh tempo {1}", late, due],
            ChartCell.Of(Now.Total.InTimePercent(inTime), 1, "%").Text, kept + late == 0 ? "" : text["{0} dari {1}", kept, kept + late],
            ChartCell.Of(Before.Total.InTimePercent(inTime), 1, "%").Text,
            kept + late == 0 ? null : Behind(new(late > 0 ? inTime + 1 : inTime)), definition);
    }

    string? Behind(ComplaintsBehind which) => OpensThem ? which.Address(Office, Period, Position) : null;
}
