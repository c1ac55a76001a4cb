using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Online;

/// <summary>The visit in which somebody uses the library through these pages.</summary>
/// <param name="Visit">As it is now; open.</param>
/// <param name="Account">Null at a PST's computer, where no account was asked for: the ticket says whose visit it is.</param>
/// <param name="Token">The ticket's: by it the visit is followed and rated.</param>
public sealed record LibraryVisit(OpenOffice Office, VisitView Visit, VisitorAccount? Account, string Token)
{
    /// <summary>Who uses it, as events name them.</summary>
    public Caller Caller => Account?.In(Office.Code) ?? new("ticket", Role.Visitor, Office.Code);

    public bool IsOnline => Visit.Channel == Channel.Online;

    /// <summary>By which the visit is judged.</summary>
    public Standard Standard => Office.State.StandardOn(Office.Zone.Day(Visit.ArrivedAt))!;

    /// <summary>What is used before the service began, or without the account that it needs, is refused.</summary>
    public bool IsServed => Visit.Status == VisitStatus.InService && (Account is not null || !NeedsAccount);

    /// <summary>In person, too, the digital library asks for an account where the standard has that rule.</summary>
    public bool NeedsAccount => Standard.Requires(RequirementRule.ServiceAccount, Visit.Channel);
}
