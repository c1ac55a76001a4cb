using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Pages.Reads;

namespace Pst.Web.Pages.Breaches;

/// <summary>Finds whose data a breach reached: what was really opened from the log, and what the roles of that time allowed.</summary>
public sealed class BreachReads(
    Projections.Reads reads, VisitorVisits visits, PeopleContext people, PstDatabase database, ReaderNames names,
    IStringLocalizer<Sentences> text)
{
    const int MostLooks = 200_000;
    const string Keys = "select id, device, role from identity.api_key where office = $1 or office is null order by made";

    /// <summary>
    /// Everybody and everything that could have opened data of an office, also those that are closed by now. Not whoever asks: nobody looks
    /// into their own case, and so learns whose the words were that they opened.
    /// </summary>
    public async Task<IReadOnlyList<(string Subject, string Name)>> SubjectsAsync(
        OfficeCode office, Caller caller, CancellationToken cancel)
    {
        var accounts = await people.ReadAsync(
            office, them => them.AsNoTracking().OrderBy(it => it.Name).Select(it => new { it.Id, it.Name, it.Role }).ToListAsync(cancel),
            cancel, withNational: true);
        var keys = await KeysAsync(office, cancel);
        var called = await names.FindAsync(keys.Select(it => it.Subject), cancel);
        return
        [
            .. accounts.Select(it => ($"user:{it.Id}", $"{it.Name} ({text[$"role.{Words.Of(it.Role)}"].Value})"))
                .Concat(keys.Select(it => (it.Subject, called[it.Subject]))).Where(it => it.Item1 != caller.Id),
        ];
    }

    /// <summary>Null where the office has no such account, key or device for the caller.</summary>
    public async Task<Breach?> FindAsync(OfficeCode office, BreachAsked asked, Caller caller, CancellationToken cancel)
    {
        var subjects = await SubjectsAsync(office, caller, cancel);
        if (subjects.FirstOrDefault(it => it.Subject == asked.Subject) is not { Name: { } name }) return null;
        var filter = new ReadFilter(office, asked.From, asked.To);
        var isDevice = !asked.Subject.Contains(':', StringComparison.Ordinal);
        var looks = await reads.ListAsync(
            isDevice ? filter with { Device = asked.Subject } : filter with { Reader = asked.Subject }, MostLooks, cancel);
        var roles = await RolesAsync(office, asked.Subject, looks, cancel);
        var reachable = roles.Any(Breach.ReachesAll) ? await visits.BeforeAsync(office, asked.To, cancel) : [];
        return new(asked, name, roles, [.. looks.GroupBy(it => it.Row.Visitor).Select(Opened).OrderBy(it => it.First)], reachable);
    }

    static OpenedData Opened(IGrouping<VisitorId, ReadLine> looks) => new(
        looks.Key, [.. looks.Select(it => it.Row.What).Distinct().OrderBy(it => it)], looks.Count(), looks.Min(it => it.Row.At),
        looks.Max(it => it.Row.At));

    // The one it has now, and those in which it was seen to look: a role may have been taken away since.
    async Task<IReadOnlyList<Role>> RolesAsync(
        OfficeCode office, string subject, IEnumerable<ReadLine> looks, CancellationToken cancel)
    {
        var seen = looks.Select(it => Words.TryRead<Role>(it.Row.Role, out var role) ? role : (Role?)null).OfType<Role>();
        var account = subject.Split(':') is ["user", var id] && Guid.TryParse(id, out var person)
            ? await people.People.Where(it => it.Id == person).Select(it => (Role?)it.Role).SingleOrDefaultAsync(cancel) : null;
        var keys = (await KeysAsync(office, cancel)).Where(it => it.Subject == subject).Select(it => it.Role);
        return [.. seen.Concat(account is { } now ? [now] : []).Concat(keys).Distinct().Order()];
    }

    async Task<IReadOnlyList<(string Subject, Role Role)>> KeysAsync(OfficeCode office, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(Keys, [office.Value]), cancel);
        var found = new List<(string, Role)>();
        while (await rows.ReadAsync(cancel))
            found.Add((rows.IsDBNull(1) ? $"key:{rows.GetGuid(0)}" : rows.GetGuid(1).ToString(), (Role)rows.GetInt16(2)));
        return found;
    }
}
