using Pst.Domain;

namespace Pst.Web.Access;

/// <summary>What someone may be; a role holds in one office, the last three may hold in all.</summary>
public enum Role { Kiosk = 1, Visitor = 2, Staff = 3, Supervisor = 4, Manager = 5, Auditor = 6, Admin = 7 }

/// <summary>Who asks: a person who signed in, a program with a key, an enrolled device, or the application itself.</summary>
/// <param name="Id">Opaque; stands in events as the actor, so it names nobody.</param>
/// <param name="Office">Null holds for all offices.</param>
/// <param name="Device">The enrolled device, where it is one.</param>
public sealed record Caller(string Id, Role Role, OfficeCode? Office, Guid? Device = null)
{
    /// <summary>Whether the office's things exist for this caller.</summary>
    public bool Sees(OfficeCode office) => Office is null || Office == office;
}
