using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Vault;

/// <summary>What somebody opens of visitors, and why.</summary>
/// <param name="Words">The reason in particular, as typed; null where none was asked. It lies in the vault.</param>
/// <param name="Visit">The visit that it is about; null where it is about persons, or each thing opened tells its own.</param>
public sealed record ReadPurpose(Seen What, SeenFor Why, string? Words = null, VisitId? Visit = null)
{
    /// <summary>
    /// It shows by itself as long as a screen is open: the same reader's next look at the same within <see cref="Looks.Span"/> is the same
    /// look.
    /// </summary>
    public bool IsStanding { get; private init; }

    /// <summary>What a screen shows by itself to whoever has it before them.</summary>
    public static ReadPurpose OnScreen(Seen what, Role reader) => new(what, UsualOf(reader)) { IsStanding = true };

    /// <summary>Why a role looks where nobody says why.</summary>
    public static SeenFor UsualOf(Role reader) => reader switch
    {
        Role.Auditor => SeenFor.Audit,
        Role.Visitor => SeenFor.VisitorsRequest,
        _ => SeenFor.Serving,
    };
}
