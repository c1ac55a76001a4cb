using Microsoft.AspNetCore.Authorization;

namespace Pst.Web.Access;

/// <summary>What pages name to say who may open them. Where none is named, nobody may.</summary>
public static class Policies
{
    /// <summary>Where visitors sign in and rate: enrolled kiosks, and staff who do it for them.</summary>
    public const string Kiosk = "kiosk";

    /// <summary>The work of front office and desk.</summary>
    public const string Serve = "serve";

    /// <summary>An office's screens for its room: its devices, and whoever works there.</summary>
    public const string Display = "display";

    /// <summary>A visitor who is signed in to an account.</summary>
    public const string Visitor = "visitor";

    /// <summary>Any person with an account.</summary>
    public const string Person = "person";

    public const string SeeCustody = nameof(Act.SeeCustody), SeeVisits = nameof(Act.SeeVisits), SeeEvents = nameof(Act.SeeEvents);
    public const string SeeReports = nameof(Act.SeeReports), SeeNation = nameof(Act.SeeNation), SeeLog = nameof(Act.SeeLog);
    public const string SeePast = nameof(Act.SeePast);
    public const string SeeVisitors = nameof(Act.SeeVisitors), SetLockers = nameof(Act.SetLockers);
    public const string SetOffices = nameof(Act.SetOffices), SetDuties = nameof(Act.SetDuties);
    public const string SetPeople = nameof(Act.SetPeople), SetDevices = nameof(Act.SetDevices), CloseDay = nameof(Act.CloseDay);
    public const string SeeReads = nameof(Act.SeeReads), SettleBreaches = nameof(Act.SettleBreaches);
    public const string JoinRecords = nameof(Act.JoinRecords);
    public const string EraseData = nameof(Act.EraseData), SeeErasures = nameof(Act.SeeErasures);
    public const string SettleRequests = nameof(Act.SettleRequests);
    public const string SetCatalogue = nameof(Act.SetCatalogue), SeeMissedWords = nameof(Act.SeeMissedWords);
    public const string Operate = nameof(Act.Operate), FollowUp = nameof(Act.FollowUp);
    public const string SeeComplaints = nameof(Act.SeeComplaints);
    public const string SeeSoftcopies = nameof(Act.SeeSoftcopies), TraceSoftcopies = nameof(Act.TraceSoftcopies);
    public const string SetWebhooks = nameof(Act.SetWebhooks);

    public static bool MayServe(Role role) => role.MayCommand("serve");

    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNowhere).Build();
        Add(options, Kiosk, it => it.Role is Role.Kiosk || MayServe(it.Role));
        Add(options, Serve, it => MayServe(it.Role));
        Add(options, Display, it => it.Role is not Role.Visitor);
        Add(options, Visitor, it => it.Role is Role.Visitor && it.Device is null);
        Add(options, Person, it => it.Device is null);
        foreach (var act in Enum.GetValues<Act>()) Add(options, $"{act}", it => it.Role.May(act));
    }

    // What does not exist may be answered with 404.
    static bool IsNowhere(AuthorizationHandlerContext asked) => asked.Resource is HttpContext http && http.GetEndpoint() is null;

    static void Add(AuthorizationOptions options, string name, Func<Caller, bool> may) =>
        options.AddPolicy(
            name, it => it.RequireAuthenticatedUser().RequireAssertion(asked => asked.User.ToCaller() is { } caller && may(caller)));
}
