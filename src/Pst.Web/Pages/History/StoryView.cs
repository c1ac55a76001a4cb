using Pst.Domain;
using Pst.Projections;
using Pst.Web.Proving;

namespace Pst.Web.Pages.History;

/// <summary>What a visit's page tells: all that happened, and how the visit stood after one of its events.</summary>
/// <param name="Visit">As it is now.</param>
/// <param name="Version">The event after which the state and the clock are shown.</param>
/// <param name="State">The facts after it.</param>
/// <param name="Clock">As it stood then; now, where that event is the last.</param>
/// <param name="Standard">By which the visit is judged: the one in force when it arrived.</param>
public sealed record StoryView(
    VisitView Visit, IReadOnlyList<StoryLine> Lines, int Version, IReadOnlyList<Fact> State, SlaClock Clock, Domain.Standard Standard,
    ProofStanding Proof)
{
    /// <summary>The line of the event after which it is shown.</summary>
    public StoryLine Shown => Lines[Version - 1];

    public bool IsNewest => Version == Lines.Count;

    /// <summary>What the event changed, by the fact's name.</summary>
    public FactChange? ChangeOf(Fact fact) => Shown.Changes.FirstOrDefault(it => (it.Name, it.Item) == (fact.Name, fact.Item));

    /// <summary>What the event took away.</summary>
    public IEnumerable<FactChange> Gone => Shown.Changes.Where(it => it.After is null);

    /// <summary>Some events were recorded noticeably later than they happened.</summary>
    public bool HasTwoTimes => Lines.Any(it => it.IsApart);
}
