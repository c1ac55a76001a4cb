namespace Pst.Web.Access;

using static Role;

/// <summary>Who may do and see what: the one table of it. Pages, API and tests read it here.</summary>
public static class Permissions
{
    /// <summary>The commands of <c>/visits/{id}/{command}</c> by who may give them.</summary>
    public static bool MayCommand(this Role role, string command) => command switch
    {
        "arrive" or "sign_guestbook" or "rate" => role is Kiosk or Visitor or Staff or Supervisor,
        "record_reading" or "search_catalogue" or "request_softcopy" or "download_softcopy" => role is Visitor or Staff or Supervisor,
        "correct" or "void" => role is Supervisor,
        _ => role is Staff or Supervisor,
    };

    /// <summary>
    /// The commands on a complaint by who may give them: the complainant, who holds its secret, is a visitor; staff write down what came to
    /// them; the supervisor handles it.
    /// </summary>
    public static bool MayComplain(this Role role, string command) => command switch
    {
        "receive" or "reply" => role is Visitor or Staff or Supervisor,
        "accept" => role is Visitor,
        "answer" or "ask_information" => role is Staff or Supervisor,
        _ => role is Supervisor,
    };

    /// <summary>A complainant may not say by which way the complaint came: it is the one that it came by.</summary>
    public static bool IsBeyondComplaining(this Role role, Func<string, bool> gives) => role is Visitor && gives("way");

    /// <summary>What lies in an office's own network is opened to messages by administrators alone.</summary>
    public static bool IsBeyondWebhooks(this Role role, Func<string, bool> gives) => role is not Admin && gives("lan");

    /// <summary>
    /// The commands on an appointment by who may give them: whoever holds its address is a visitor; the office cancels, with a reason.
    /// </summary>
    public static bool MayBook(this Role role, string command) =>
        role is Visitor || (command is "cancel" && role is Staff or Supervisor);

    /// <summary>Preparing, delivering, declining and calling back softcopies; whoever asks for one is a visitor.</summary>
    public static bool MayHandleSoftcopies(this Role role) => role is Staff or Supervisor;

    /// <summary>
    /// The commands on a request for a softcopy by who may give them; staff ask for whom they serve, and do not judge for them.
    /// </summary>
    public static bool MaySoftcopy(this Role role, string command) => command switch
    {
        "ask" => role is Visitor || role.MayHandleSoftcopies(),
        "rate" => role is Visitor,
        _ => role.MayHandleSoftcopies(),
    };

    /// <summary>Whether the role may do this in an office.</summary>
    public static bool May(this Role role, Act act) => act switch
    {
        Act.SeeOffice => true,
        Act.SeeQueue => role is Kiosk or Staff or Supervisor or Manager or Auditor,
        Act.SeeVisits => role is Staff or Supervisor or Manager or Auditor,
        Act.SeeEvents or Act.SeeCustody or Act.SeeVisitors => role is Staff or Supervisor or Auditor,
        Act.SeeComplaints => role is Staff or Supervisor or Auditor,
        Act.SeeSoftcopies => role is Staff or Supervisor or Auditor,
        Act.HandleSoftcopies => role.MayHandleSoftcopies(),
        Act.SeeLog => role is Auditor,
        Act.SeePast => role is Supervisor or Auditor,
        Act.SeeReports => role is Supervisor or Manager or Auditor,
        Act.SeeNation => role.HoldsForAll(),
        Act.MakeReports => role is Supervisor or Manager,
        Act.CloseDay or Act.SetLockers or Act.SetDuties or Act.JoinRecords or Act.FollowUp or Act.EraseData
            or Act.SettleRequests or Act.TraceSoftcopies => role is Supervisor,
        Act.SeeReads or Act.SeeErasures => role is Supervisor or Auditor,
        Act.SettleBreaches => role is Supervisor or Admin,
        Act.SetDevices or Act.SetWebhooks => role is Supervisor or Admin,
        Act.SetOffices or Act.MakeKeys or Act.SetPeople or Act.Operate or Act.SetCatalogue => role is Admin,
        Act.SeeMissedWords => role is Staff or Supervisor or Admin,
        _ => false,
    };

    /// <summary>Whether somebody may be this in all offices at once.</summary>
    public static bool HoldsForAll(this Role role) => role is Manager or Auditor or Admin;

    /// <summary>Whoever may still meet the visitor hears of a rating only after the departure.</summary>
    public static bool SeesRatingsEarly(this Role role) => role is Auditor;

    /// <summary>
    /// Staff may let someone in outside the hours, and give a card back where the locker is jammed; only a supervisor may pass
    /// the copy limit.
    /// </summary>
    public static bool MayOverride(this Role role, string command) =>
        role is Supervisor || (role is Staff && command is "arrive" or "return_id");

    /// <summary>A role that may give a command may still not say when it occurred, or set a rule aside.</summary>
    /// <param name="gives">Whether the request has a field.</param>
    public static bool IsBeyond(this Role role, string command, Func<string, bool> gives) =>
        (gives("occurredAt") && role.MayEnterLate(command) is null)
        || (command is "arrive" or "make_copies" or "return_id" && gives("override") && !role.MayOverride(command));

    /// <summary>How far back a command may be said to have occurred; null where it may not be said at all.</summary>
    public static TimeSpan? MayEnterLate(this Role role, string command) => role switch
    {
        Supervisor => TimeSpan.FromDays(90),
        Kiosk when command is "arrive" or "sign_guestbook" or "rate" => TimeSpan.FromHours(12),
        _ => null,
    };
}

/// <summary>What may be permitted beside the commands on a visit.</summary>
public enum Act
{
    SeeOffice, SeeQueue, SeeVisits, SeeEvents, SeeCustody, SeeVisitors, SeeReports, SeeNation, MakeReports, SeeLog, SeePast,
    CloseDay, SetLockers, SetDuties, JoinRecords, SetOffices, SetDevices, MakeKeys, SetPeople, Operate, FollowUp,
    SeeReads, SettleBreaches, EraseData, SeeErasures, SettleRequests, SetCatalogue, SeeMissedWords, SeeComplaints, SeeSoftcopies,
    TraceSoftcopies, HandleSoftcopies, SetWebhooks,
}
