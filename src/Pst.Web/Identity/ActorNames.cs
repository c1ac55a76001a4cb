using Microsoft.EntityFrameworkCore;

namespace Pst.Web.Identity;

/// <summary>How colleagues call whoever stands in an event as its actor.</summary>
public sealed class ActorNames(PeopleContext context)
{
    /// <summary>The names of some accounts, also of closed ones; one that is no more has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await context.People.AsNoTracking().Where(it => people.Contains(it.Id)).ToDictionaryAsync(it => it.Id, it => it.Name, cancel);

    /// <returns>Null for what is no account: a program with a key, a device, a worker.</returns>
    public async Task<string?> FindAsync(string actor, CancellationToken cancel) =>
        actor.Split(':') is ["user", var id] && Guid.TryParse(id, out var person)
            ? await context.People.Where(it => it.Id == person).Select(it => it.Name).SingleOrDefaultAsync(cancel)
            : null;
}
