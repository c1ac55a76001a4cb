using Microsoft.EntityFrameworkCore;

namespace Pst.Web.Identity;

/// <summary>How colleagues call whoever stands in an event as its actor.</summary>
public sealed class ActorNames(PeopleContext context)
{
    /// <returns>Null for what is no account: a program with a key, a device, a worker.</returns>
    public async Task<string?> FindAsync(string actor, CancellationToken cancel) =>
        actor.Split(':') is ["user", var id] && Guid.TryParse(id, out var person)
            ? await context.People.Where(it => it.Id == person).Select(it => it.Name).SingleOrDefaultAsync(cancel)
            : null;
}
