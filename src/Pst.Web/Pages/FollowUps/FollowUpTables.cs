using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Paper;

namespace Pst.Web.Pages.FollowUps;

/// <summary>The rencana tindak lanjut as an office hands it in (PermenPANRB 14/2017).</summary>
public static class FollowUpTables
{
    public static Table Of(FollowUpPlan plan, IStringLocalizer text) => new(
        "tindak-lanjut", "Rencana tindak lanjut",
        ["No", "Sebab", "Tindakan", "Penanggung jawab", "Dibuka", "Tenggat", "Keadaan", "Hasil atau kemajuan terakhir", "Bukti"],
        [.. plan.Items.Select((it, index) => Row(index + 1, it, plan, text))]);

    static IReadOnlyList<Cell> Row(int number, FollowUpItem item, FollowUpPlan plan, IStringLocalizer text) =>
    [
        number, CauseOf(item.Row.Cause, text), item.Plan, item.Owner, plan.Office.Zone.Day(item.Row.OpenedAt), item.Row.Deadline,
        text[$"followup.{item.StateOn(plan.Today)}"].Value,
        (item.Row.Words ?? item.Row.Note) is { } told ? item.Text(told) : Cell.None,
        string.Join("; ", item.Row.Evidence.Select(it => item.Text(it))),
    ];

    static string CauseOf(FollowUpCause cause, IStringLocalizer text)
    {
        var (sentence, days) = (text[$"followup.cause.{Words.Of(cause.Reason)}"].Value, cause is { From: { } from, To: { } to }
            ? $", {Times.Range(from, to)}" : "");
        if (cause.Complaint is { } complaint) return $"{sentence} {complaint}";
        return cause.Element is { } element ? $"{sentence}: {text[$"element.{element}"].Value}{days}" : $"{sentence}{days}";
    }
}
