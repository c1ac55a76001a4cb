using Microsoft.EntityFrameworkCore;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>Who may be on duty in an office.</summary>
public sealed class Officers(PeopleContext context)
{
    /// <summary>The people of its front office and desks whose accounts are open, by name.</summary>
    public async Task<IReadOnlyList<Person>> OfAsync(OfficeCode office, CancellationToken cancel) =>
        await context.ReadAsync(
            office,
            people => people.AsNoTracking().Where(it => it.DisabledAt == null && (it.Role == Role.Staff || it.Role == Role.Supervisor))
                .OrderBy(it => it.Name).ThenBy(it => it.Id).ToListAsync(cancel), cancel);

    /// <summary>All who ever were that, also those whose accounts are closed, by name.</summary>
    public async Task<IReadOnlyList<Person>> EverOfAsync(OfficeCode office, CancellationToken cancel) =>
        await context.ReadAsync(
            office,
            people => people.AsNoTracking().Where(it => it.Role == Role.Staff || it.Role == Role.Supervisor)
                .OrderBy(it => it.Name).ThenBy(it => it.Id).ToListAsync(cancel), cancel);

    /// <summary>The office's managers whose accounts are open and who can be written to.</summary>
    public async Task<IReadOnlyList<Person>> ManagersOfAsync(OfficeCode office, CancellationToken cancel) =>
        await context.ReadAsync(
            office,
            people => people.AsNoTracking().Where(it => it.DisabledAt == null && it.Role == Role.Manager && it.Email != null)
                .OrderBy(it => it.Id).ToListAsync(cancel), cancel);

    /// <summary>The office's own auditors whose accounts are open and who can be written to.</summary>
    public async Task<IReadOnlyList<Person>> AuditorsOfAsync(OfficeCode office, CancellationToken cancel) =>
        await context.People.AsNoTracking()
            .Where(it => it.Office == office && it.DisabledAt == null && it.Role == Role.Auditor && it.Email != null)
            .OrderBy(it => it.Id).ToListAsync(cancel);

    /// <summary>Where the caller's notices go from now on; nowhere for null, and for a caller that is no account.</summary>
    public async Task SetEmailAsync(Caller caller, EmailAddress? email, CancellationToken cancel)
    {
        if (caller.Id.Split(':') is not ["user", var id] || !Guid.TryParse(id, out var account)) return;
        var address = email?.Value;
        await context.People.Where(it => it.Id == account)
            .ExecuteUpdateAsync(it => it.SetProperty(person => person.Email, address), cancel);
    }
}
