using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Home;
using Pst.Web.Paper;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Breaches;

/// <summary>
/// When data was seen by somebody who should not have seen it: whose, and the notice that the law asks for (UU 27/2022 article 46).
/// Opening the list asks for a reason and is recorded with every visitor on it.
/// </summary>
[Authorize(Policies.SettleBreaches)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, BreachReads breaches, VisitorVisits visits, VisitorFile file, ReadRecords records,
    IStringLocalizer<Sentences> text, TimeProvider clock) : PageModel
{
    [BindProperty] public BreachForm Form { get; set; } = new();

    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<(string Subject, string Name)> Subjects { get; private set; } = [];

    /// <summary>Null until asked for.</summary>
    public Breach? Breach { get; private set; }

    /// <summary>Each opened visitor's last visit before the end of the breach.</summary>
    public IReadOnlyDictionary<VisitorId, VisitorVisit> Tickets { get; private set; } = new Dictionary<VisitorId, VisitorVisit>();

    public bool IsFaulty { get; private set; }

    /// <summary>The notice is shown, to be printed.</summary>
    public bool IsNotice { get; private set; }

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is not { } open)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        Subjects = await breaches.SubjectsAsync(open.Code, User.ToCaller()!, cancel);
        Form.Known ??= BreachForm.Write(clock.GetUtcNow(), open.Zone);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(OfficeCode? office, CancellationToken cancel) =>
        FoundAsync(office, found => records.RecordAsync(
            Office!.Code, found.Opened.Select(it => it.Visitor), Why(found), User.ToCaller()!, cancel), cancel);

    public Task<IActionResult> OnPostNoticeAsync(OfficeCode? office, CancellationToken cancel)
    {
        IsNotice = true;
        return FoundAsync(office, _ => Task.CompletedTask, cancel); // it names nobody
    }

    public async Task<IActionResult> OnPostOpenedAsync(OfficeCode? office, CancellationToken cancel)
    {
        var page = await FoundAsync(office, _ => Task.CompletedTask, cancel);
        if (Breach is not { } found) return page;
        var details = await file.OpenAsync(
            Office!.Code, [.. found.Opened.Select(it => it.Visitor)], Why(found), User.ToCaller()!, cancel);
        return FileOf(BreachTables.Opened(found, details, Tickets, Office.Zone, text));
    }

    public async Task<IActionResult> OnPostReachableAsync(OfficeCode? office, CancellationToken cancel)
    {
        var page = await FoundAsync(office, _ => Task.CompletedTask, cancel);
        if (Breach is not { } found) return page;
        var details = await file.OpenAsync(
            Office!.Code, [.. found.Reachable.Select(it => it.Visitor)], Why(found), User.ToCaller()!, cancel);
        return FileOf(BreachTables.Reachable(found, details, Office.Zone));
    }

    async Task<IActionResult> FoundAsync(OfficeCode? office, Func<Breach, Task> before, CancellationToken cancel)
    {
        if (await OnGetAsync(office, cancel) is not PageResult page || Office is not { } open) return NotFound();
        if (Form.Read(open.Zone) is not { } asked
            || await breaches.FindAsync(open.Code, asked, User.ToCaller()!, cancel) is not { } found)
        {
            (IsFaulty, IsNotice) = (true, false);
            return page;
        }
        await before(found);
        var known = await visits.OfAsync(open.Code, [.. found.Opened.Select(it => it.Visitor)], cancel);
        Tickets = known.ToDictionary(it => it.Key, it => it.FirstOrDefault(visit => visit.ArrivedAt < asked.To) ?? it.First());
        Breach = found;
        return page;
    }

    static ReadPurpose Why(Breach found) => new(Seen.BreachList, SeenFor.Breach, found.Asked.Reason);

    FileContentResult FileOf(Table table) => File(CsvFile.Of(table), CsvFile.ContentType, $"{table.Name}-{Office!.Code}.csv");
}
