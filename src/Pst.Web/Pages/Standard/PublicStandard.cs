using Pst.Domain;

namespace Pst.Web.Pages.Standard;

/// <summary>What the public page of an office tells.</summary>
/// <param name="Standard">One of the office's.</param>
/// <param name="IsOpen">Right now.</param>
public sealed record PublicStandard(OfficeState State, Domain.Standard Standard, DateOnly Today, bool IsOpen)
{
    /// <summary>What the office did about what it was told, the newest first.</summary>
    public IReadOnlyList<FollowUps.PublishedWord> Published { get; init; } = [];

    /// <param name="newest">With the last standard that was adopted, not the one in force today (else the first to come).</param>
    public static PublicStandard Of(OfficeState state, DateTimeOffset now, bool newest = false)
    {
        var today = state.Hours.LocalDay(now);
        var standard = newest ? state.Standards[^1] : state.StandardOn(today) ?? state.Standards[0];
        return new(state, standard, today, state.Hours.IsOpen(now));
    }
}
