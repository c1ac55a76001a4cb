using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.FollowUps;

/// <summary>A follow-up action with what was written about it and the name of who answers for it.</summary>
/// <param name="Texts">From the vault, by reference.</param>
public sealed record FollowUpItem(FollowUpId Id, FollowUpRow Row, string Owner, IReadOnlyDictionary<Guid, string> Texts)
{
    public string Plan => Text(Row.Plan);

    /// <summary>What was written; a dash where nothing was, or it was erased.</summary>
    public string Text(Guid? reference) => reference is { } it ? Texts.GetValueOrDefault(it, "–") : "–";

    /// <summary>How it stands, in the words for <c>followup.</c>.</summary>
    public string StateOn(DateOnly today) => Row.IsOverdue(today) ? "overdue" : Words.Of(Row.Status);
}

/// <summary>One event of an action as a sentence, with what was written then.</summary>
public sealed record FollowUpEntry(DateTimeOffset At, string Sentence, string? Text, string? Evidence, string Who);

/// <summary>The actions of a plan for some days, for the page that prints them.</summary>
public sealed record FollowUpPlan(OpenOffice Office, DateOnly Today, IReadOnlyList<FollowUpItem> Items);
