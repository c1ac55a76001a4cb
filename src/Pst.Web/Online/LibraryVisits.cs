using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Forms;
using Pst.Web.VisitorAccounts;
using Pst.Web.Writing;

namespace Pst.Web.Online;

/// <summary>
/// In which visit a browser uses the library: an online one of its account, or one in person that was joined by its ticket. What is used is
/// told to that visit.
/// </summary>
public sealed class LibraryVisits(
    LibraryPasses passes, LibraryUse use, AccountFile accounts, OfficeMemory offices, Visits visits, TicketLinks tickets, VisitForms forms,
    TimeProvider clock)
{
    const string Kept = "pst.library.visit";

    /// <summary>Null where none is open, and where somebody else has signed in since.</summary>
    public async Task<LibraryVisit?> OfAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Items.TryGetValue(Kept, out var known)) return (LibraryVisit?)known;
        var found = await FindAsync(http, cancel);
        if (found is null && passes.Of(http) is not null && !http.Response.HasStarted) passes.End(http);
        http.Items[Kept] = found;
        return found;
    }

    /// <summary>Joins a visit in person by its ticket; false where that is no open visit's.</summary>
    /// <param name="ticket">The link on it, as a scanner types it, or the token in that.</param>
    public async Task<bool> JoinAsync(HttpContext http, string? ticket, CancellationToken cancel)
    {
        if (ticket is not { Length: > 0 and <= 500 } || tickets.Read(ticket) is not var (office, visit)) return false;
        if (await offices.FindAsync(office, cancel) is not { } state) return false;
        var view = await visits.FindAsync(office, state, visit, VisitMoment.Now, clock.GetUtcNow(), cancel);
        if (view is not { Channel: Channel.Offline, Status: not (VisitStatus.Departed or VisitStatus.Voided) }) return false;
        await use.BeginAsync(office, visit, VisitorAccount.Of(http.User.ToCaller()), online: false, cancel);
        passes.Give(http, office, visit);
        return true;
    }

    /// <summary>Tells the visit that something was used in it.</summary>
    /// <param name="command">One of the library's, as the API spells it.</param>
    /// <param name="form">With the command's id: two taps are one.</param>
    public async Task<FormAnswer> RecordAsync(LibraryVisit visit, string command, FormFields form, CancellationToken cancel)
    {
        if (visit is { Account: null, NeedsAccount: true })
            return new FormAnswer.Said("account_required", Api.Problems.SentenceOf(new VisitRefusal.AccountRequired()));
        await use.TouchAsync(visit.Office.Code, visit.Visit.Id, cancel);
        return await forms.SendAsync(visit.Caller, visit.Visit.Id, command, form, cancel);
    }

    /// <summary>Tells the visit that somebody searched, never for what; once, as long as the search goes on.</summary>
    public async Task SearchedAsync(HttpContext http, CancellationToken cancel)
    {
        if (await OfAsync(http, cancel) is not { IsServed: true } visit) return;
        if (!await use.IsNewSearchAsync(visit.Office.Code, visit.Visit.Id, cancel)) return;
        await RecordAsync(visit, "search_catalogue", new FormFields([], $"{Guid.CreateVersion7()}", null), cancel);
    }

    async Task<LibraryVisit?> FindAsync(HttpContext http, CancellationToken cancel)
    {
        if (passes.Of(http) is not var (office, visit) || await offices.FindAsync(office, cancel) is not { } state) return null;
        var (exists, person) = await use.FindAsync(office, visit, cancel);
        var account = await accounts.OfAsync(http.User.ToCaller(), cancel);
        if (!exists || (person is not null && person != account?.Person)) return null;
        var view = await visits.FindAsync(office, state, visit, VisitMoment.Now, clock.GetUtcNow(), cancel);
        return view is null or { Status: VisitStatus.Departed or VisitStatus.Voided } ? null
            : new(new(office, state), view, account, tickets.TokenOf(office, visit));
    }
}
