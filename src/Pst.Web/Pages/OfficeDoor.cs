using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Pages;

/// <summary>Which office a page is about: the one in the address where the caller may see it, else the caller's own.</summary>
public sealed class OfficeDoor(OfficeMemory offices)
{
    /// <returns>Null where there is no such office for this caller, or none is named and the caller belongs to none.</returns>
    public async Task<OpenOffice?> OpenAsync(Caller caller, OfficeCode? named, CancellationToken cancel) =>
        (named ?? caller.Office) is { } office && caller.Sees(office) && await offices.FindAsync(office, cancel) is { } state
            ? new(office, state) : null;
}

/// <summary>An office that somebody may look into.</summary>
public sealed record OpenOffice(OfficeCode Code, OfficeState State)
{
    public Zone Zone => State.Details.TimeZone;
}
