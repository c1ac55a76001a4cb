using Microsoft.Extensions.Localization;
using Pst.EventStore;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Assessment;
using Pst.Web.Monthly;
using Pst.Web.Pages.Charts;
using Pst.Web.Pages.FollowUps;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Assessment;

/// <summary>An office's evidence for a period, as the page and its file ask for it.</summary>
public sealed class EvidenceDoor(
    OfficeDoor door, Statistics statistics, ComplaintCounts complaints, ReportLayouts layouts, EventLog log, FollowUpReads actions,
    IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <param name="position">What of the log counts; null for all that there is.</param>
    /// <returns>Null where there is no such office for the caller, or no such position.</returns>
    public async Task<EvidenceView?> OpenAsync(
        Caller caller, OfficeCode? office, IQueryCollection query, long? position, CancellationToken cancel)
    {
        if (await door.OpenAsync(caller, office, cancel) is not { } open) return null;
        if (position is { } asked && (asked < 1 || asked > await log.HeadAsync(cancel))) return null;

        var (now, choice) = (clock.GetUtcNow(), PeriodChoice.Of(query, open.Zone.Day(clock.GetUtcNow())));
        var (from, to) = (choice.Period.From, choice.Period.To);
        var facts = await statistics.FactsAsync(open.Code, open.State, from, to, position, now, cancel);
        var plan = await actions.PlanAsync(open, from, to, facts.Computed, cancel);
        var told = await ComplaintsAsync(open, choice.Period, facts.Computed, cancel);
        return new(open, choice, Languages.OnPaper(() => FolderOf(open.Code, choice.Period, facts, plan, told)));
    }

    // Folders of positions before there were any are the same bytes as then.
    async Task<IReadOnlyList<Table>> ComplaintsAsync(OpenOffice open, ReportPeriod period, Computed computed, CancellationToken cancel)
    {
        if (!await layouts.HasComplaintsAsync(computed.Position, cancel)) return [];
        var figures = await complaints.OfAsync(open.Code, open.Zone, period.From, period.To, computed, cancel);
        var facts = await complaints.FactsAsync(open.Code, open.Zone, period.From, period.To, computed.Position, cancel);
        return Languages.OnPaper(() => (Table[])[.. ComplaintTables.Of(figures, null, text), ComplaintTables.List(facts, text)]);
    }

    EvidenceFolder FolderOf(OfficeCode office, ReportPeriod period, FiguredVisits facts, FollowUpPlan plan, IReadOnlyList<Table> told)
    {
        var (settings, sums) = (facts.Settings, Figures.Of(facts.Visits, facts.Computed.At).Sums);
        return new(office, settings, period, facts.Computed,
        [
            EvidenceTables.Standard(settings.StandardOn(period.To) ?? settings.Standards[0], settings.Local),
            EvidenceTables.Pledge(settings.Local.Pledge), IkmTables.Index(sums), IkmTables.Elements(sums, text),
            EvidenceTables.Compliance(sums, text), FollowUpTables.Of(plan, text), .. told,
        ]);
    }
}

/// <param name="Folder">What the button gives.</param>
public sealed record EvidenceView(OpenOffice Office, PeriodChoice Choice, EvidenceFolder Folder)
{
    public string Download => $"/bukti-dukung/{Office.Code}/bukti-dukung.zip?{Choice.Query}&posisi={Folder.Computed.Position}";
}
