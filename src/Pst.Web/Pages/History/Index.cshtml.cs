using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;
using Pst.Web.Paper;

namespace Pst.Web.Pages.History;

/// <summary>
/// Visits that are sought, the last arrived first. Whoever belongs to no office searches all of them, or chooses one. Who does not see what
/// happened in a visit seeks no steps.
/// </summary>
[Authorize(Policies.SeeVisits)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, SearchReads reads, SearchChoices choices, IStringLocalizer<Sentences> text,
    TimeProvider clock) : PageModel
{
    public OpenOffice? Office { get; private set; }
    public HistoryQuery Asked { get; private set; } = null!;
    public SearchResult? Result { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Staff { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Devices { get; private set; } = [];

    /// <summary>More was found than a file takes.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>All offices at once, but more days than that.</summary>
    public bool IsTooLong => Office is null && Asked.Filter is { From: { } from, To: { } to }
        && to.DayNumber - from.DayNumber >= SearchReads.MostNationalDays;

    public bool SeesEvents => User.ToCaller()!.Role.May(Act.SeeEvents);

    bool IsClear => Asked.Unread.Count == 0 && !IsTooLong && (Office is not null || SeesEvents);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!await OpenAsync(office, cancel)) return NotFound();
        if (IsClear) Result = await reads.ReadAsync(Office, Asked, User.ToCaller()!.Role, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!await OpenAsync(office, cancel) || !IsClear) return NotFound();
        if (await reads.ReadAllAsync(Office, Asked, User.ToCaller()!.Role, cancel) is { } all)
            return File(CsvFile.Of(SearchFile.Of(all, text)), CsvFile.ContentType, $"riwayat-{office}-posisi-{all.Position}.csv");
        IsTooMuch = true;
        return await OnGetAsync(office, cancel);
    }

    async Task<bool> OpenAsync(OfficeCode? office, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        Asked = HistoryQuery.Of(Request.Query);
        Office = await door.OpenAsync(caller, office, cancel);
        if (!ModelState.IsValid || (Office is null && (office is not null || caller.Office is not null))) return false;
        if (Asked.Filter.Step is not null && !SeesEvents) return false;
        if (Office is { } open && SeesEvents)
            (Staff, Devices) = (await choices.StaffAsync(open.Code, cancel), await choices.DevicesAsync(open.Code, cancel));
        if (Office is null) Offices = await directory.ListAsync(cancel);
        if (Office is null) Asked = Asked.OfLately(Zone.Jakarta.Day(clock.GetUtcNow()));
        return true;
    }
}
