using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Pages.Forms;
using Pst.Web.VisitorAccounts;
using Pst.Web.Writing;

namespace Pst.Web.Online;

/// <summary>
/// Visits from home: begun by somebody who is signed in, served by the application itself, ended by them or by rest. They go the way of all
/// visits, and are one person's with those in person.
/// </summary>
public sealed class OnlineVisits(
    PstDatabase database, VisitWriter writer, VisitForms forms, EdgeKeys keys, LibraryUse use, LibraryPasses passes,
    ProjectionRunner projections)
{
    const string Open = """
        select open.visit from vault.visitor known
        join pst.guard_visit open on open.tenant_id = $1 and open.channel = 2 and open.visitor in (select pst.records_of($1, known.visitor))
        where known.tenant_id = $1 and known.contact = $2
        """;

    static readonly string[] Asked = ["purpose", "accommodationNeeded", "surveyContact"];
    static readonly string[] Shown = [Visits.Projection.Name];

    /// <summary>The application, which serves online, and ends what rests.</summary>
    static Caller Application(OfficeCode office) => new("worker:online", Role.Staff, office);

    /// <summary>The account's open online visit in an office; null where there is none.</summary>
    public async Task<VisitId?> FindAsync(OfficeCode office, VisitorAccount account, CancellationToken cancel)
    {
        var query = GuardSql.Command(Open, [office.Value, keys.ContactHash(office, account.Email.Value)]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        return await rows.ReadAsync(cancel) ? new(rows.GetGuid(0)) : null;
    }

    /// <summary>Goes on with the account's open visit in this browser; false where there is none.</summary>
    public async Task<bool> ResumeAsync(HttpContext http, OfficeCode office, VisitorAccount account, CancellationToken cancel)
    {
        if (await FindAsync(office, account, cancel) is not { } visit) return false;
        await ServeAsync(http, office, visit, account, cancel);
        return true;
    }

    /// <summary>Opens one: arrival, guestbook and service, each once however often the form comes.</summary>
    /// <param name="visit">Made with the form.</param>
    /// <param name="form">What the guestbook asks beside what the account says.</param>
    public async Task<FormAnswer> OpenAsync(
        HttpContext http, OfficeCode office, VisitorAccount account, VisitId visit, FormFields form, CancellationToken cancel)
    {
        var caller = account.In(office);
        var arrival = new FormFields([new("channel", Words.Of(Channel.Online))], $"{visit}", null);
        var arrived = await forms.SendAsync(caller, visit, "arrive", arrival, cancel);
        if (!arrived.IsDone) return arrived;
        var signed = await forms.SendAsync(caller, visit, "sign_guestbook", Signing(account, form), cancel);
        if (signed.IsDone) await ServeAsync(http, office, visit, account, cancel);
        return signed;
    }

    /// <summary>Ends it at the visitor's wish.</summary>
    public async Task EndAsync(HttpContext http, LibraryVisit visit, CancellationToken cancel)
    {
        if (visit.IsOnline) await DepartAsync(visit.Office.Code, visit.Visit.Id, visit.Caller, cancel);
        await use.EndAsync(visit.Office.Code, visit.Visit.Id, cancel);
        passes.End(http);
    }

    /// <summary>Ends what rests: an online visit is over, one in person only stops using the library.</summary>
    internal async Task RestAsync(OfficeCode office, VisitId visit, bool online, CancellationToken cancel)
    {
        if (online) await DepartAsync(office, visit, Application(office), cancel);
        await use.EndAsync(office, visit, cancel);
    }

    // Whoever was served already is not served twice: that it is refused tells so.
    async Task ServeAsync(HttpContext http, OfficeCode office, VisitId visit, VisitorAccount account, CancellationToken cancel)
    {
        await SendAsync(office, visit, new VisitCommand.Serve(Desk.Parse("online", null)), "serve", Application(office), cancel);
        await use.BeginAsync(office, visit, account.Person, online: true, cancel);
        passes.Give(http, office, visit);
    }

    Task DepartAsync(OfficeCode office, VisitId visit, Caller caller, CancellationToken cancel) =>
        SendAsync(office, visit, new VisitCommand.Depart(null), "depart", caller, cancel);

    async Task SendAsync(
        OfficeCode office, VisitId visit, VisitCommand command, string name, Caller caller, CancellationToken cancel)
    {
        var id = keys.CommandId($"{visit}/{name}", $"online/{visit}/{name}", []);
        var outcome = await writer.SendAsync(new(office, visit, new(command, null, TimeSpan.Zero), caller, id), cancel);
        if (outcome is Done<VisitAnswer>(var done, _)) await projections.Progress.WaitAsync(Shown, done.Sequence, cancel);
    }

    // Who signs says the account, and the form no more than what a guestbook asks beside that.
    static FormFields Signing(VisitorAccount account, FormFields form)
    {
        var asked = form.Said.Where(it => Asked.Contains(it.Key) || it.Key.StartsWith("demographics.", StringComparison.Ordinal));
        var said = (form with { Said = [.. asked] }).With("noticeSeen", "true")
            .With("visitor.name", account.Name).With("visitor.email", account.Email.Value);
        if (account.Whatsapp is { } whatsapp) said = said.With("visitor.whatsapp", whatsapp);
        return account.Institution is { } institution ? said.With("visitor.institution", institution) : said;
    }
}
