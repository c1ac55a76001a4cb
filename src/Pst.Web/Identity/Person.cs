using Microsoft.AspNetCore.Identity;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>
/// Somebody who works here and signs in with a name and a password of their own; or a visitor with an account, of whom nothing but a keyed
/// hash of the address is known here.
/// </summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>As colleagues call them.</summary>
    public required string Name { get; set; }

    public Role Role { get; set; }

    /// <summary>Null for a manager, auditor or administrator of all offices.</summary>
    public OfficeCode? Office { get; set; }

    /// <summary>From then on this account opens nothing; it is never deleted, for events name it.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public Caller ToCaller() => new($"user:{Id}", Role, Office);
}
