using Pst.Domain;
using Pst.Web.Appointments;

namespace Pst.Web.Pages.Appointments;

/// <summary>The days for which appointments are made, and the times of one of them that can still be had.</summary>
/// <param name="Address">Of the page that shows another day.</param>
/// <param name="Day">The one that is shown; null where there is none.</param>
public sealed record SlotChoice(
    string Address, OpenOffice Open, IReadOnlyList<DateOnly> Days, DateOnly? Day, IReadOnlyList<(AppointmentSlot Slot, int Places)> Free)
{
    /// <param name="asked">The day that was asked for; where it is none of them, the first one with a free time.</param>
    public static async Task<SlotChoice> OfAsync(
        AppointmentReads reads, OpenOffice open, string address, DateOnly? asked, CancellationToken cancel)
    {
        var choice = new SlotChoice(address, open, reads.Days(open.State), null, []);
        foreach (var day in choice.Days.Where(it => it == asked).DefaultIfEmpty().SelectMany(it => it == default ? choice.Days : [it]))
        {
            choice = choice with { Day = day, Free = await reads.FreeAsync(open.Code, open.State, day, cancel) };
            if (choice.Free.Count > 0 || day == asked) return choice;
        }
        return choice;
    }
}
