namespace Pst.Web.Vault;

/// <summary>
/// How a visitor wants to be known and reached from now on. The email stays: by it the same person is known again, and it proves who asks.
/// </summary>
public sealed record ChangedDetails(string Name, string? Phone, string? Whatsapp, string? Institution, bool SurveyContact);
