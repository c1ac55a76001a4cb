using Pst.Domain;

namespace Pst.Web.OwnData;

/// <summary>All that an office holds of a record's person, as the person sees it and takes it home. Who looked is told by role.</summary>
/// <param name="Details">How the office knows and reaches them.</param>
/// <param name="Visits">The last first.</param>
/// <param name="Looks">Who opened any of it, the last first.</param>
public sealed record OwnRecord(
    string OfficeCode, string Office, string TimeZone, DateTimeOffset At, OwnDetails Details, IReadOnlyList<OwnVisit> Visits,
    IReadOnlyList<OwnRequest> Requests, IReadOnlyList<OwnLook> Looks);

public sealed record OwnDetails(
    string Name, string? Email, string? Phone, string? Whatsapp, string? Institution, bool SurveyContact);

/// <summary>One visit.</summary>
/// <param name="Signed">As it was typed then; null where that has been erased.</param>
/// <param name="CardTails">The last characters of the numbers of cards that were held.</param>
/// <param name="Comment">In their own words.</param>
public sealed record OwnVisit(
    Guid Visit, string? Ticket, DateTimeOffset Arrived, OwnSigning Signed, IReadOnlyList<string> CardTails, string? Comment,
    IReadOnlyList<OwnStep> Steps);

public sealed record OwnSigning(
    string Name, string? Email, string? Phone, string? Whatsapp, string? Institution, string? DisabilityKind, bool SurveyContact);

public sealed record OwnStep(DateTimeOffset At, string Told);

/// <param name="Settled">Null while it waits; so is the outcome.</param>
public sealed record OwnRequest(
    DataRequestKind Kind, DateTimeOffset Asked, DateTimeOffset Due, DateTimeOffset? Settled, RequestOutcome? Outcome, string? Words,
    string? Answer);

/// <summary>Somebody saw something of it.</summary>
/// <param name="What">Null of what was recorded before more was asked; so is why.</param>
public sealed record OwnLook(DateTimeOffset At, string? Role, Seen? What, SeenFor? Why);
