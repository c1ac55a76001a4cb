using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;

namespace Pst.Web.Api;

/// <summary>What is asked about appointments. Nobody is named: who made one is known to the vault, and seen on the staff's page.</summary>
public sealed class AppointmentQueries(OfficeQuery office, AppointmentReads reads)
{
    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeVisitors, [], DayOf, async (asked, day) =>
            (await OnAsync(asked, day, cancel)).Select(it => new AppointmentItem(it.Id, it.Slot, it.Visit)).ToList(), cancel);

    /// <summary>What anybody may know who wants to come.</summary>
    public Task<IResult> SlotsAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeOffice, [], DayOf, async (asked, day) =>
            (await reads.FreeAsync(asked.Office, asked.Settings, day ?? Today(asked), cancel))
                .Select(it => new FreeSlot(it.Slot, it.Places)).ToList(), cancel);

    Task<IReadOnlyList<Projections.AppointmentLine>> OnAsync(Asked asked, DateOnly? day, CancellationToken cancel)
    {
        var on = day ?? Today(asked);
        return reads.AwaitedAsync(asked.Office, on, on, cancel);
    }

    static DateOnly Today(Asked asked) => asked.Settings.Hours.LocalDay(asked.Now);

    static DateOnly? DayOf(Fields query) => query.OptionalDate("day");
}

/// <summary>An appointment of a day, awaited or kept.</summary>
/// <param name="Visit">Null while it is awaited.</param>
public sealed record AppointmentItem(AppointmentId Id, AppointmentSlot Slot, VisitId? Visit);

/// <summary>A time that can still be had.</summary>
/// <param name="Places">How many are left.</param>
public sealed record FreeSlot(AppointmentSlot Slot, int Places);
