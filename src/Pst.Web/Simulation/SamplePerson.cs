using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Somebody who does not exist, with all that a guestbook asks.</summary>
/// <param name="Nik">Valid, and invented.</param>
internal sealed record SamplePerson(
    string Name, string Email, string Phone, string? Institution, string Nik, int Purpose, Demographics Codes)
{
    /// <summary>Whom the office serves first.</summary>
    public Priority Priority => Codes switch
    {
        { Disability: 1 } => Priority.Disability,
        { Age: 7 } => Priority.Elderly,
        _ => Priority.None,
    };

    /// <summary>The body of sign_guestbook.</summary>
    public object Guestbook => new
    {
        Visitor = new { Name, Email, Phone, Whatsapp = Phone, Institution },
        Purpose,
        Demographics = new
        {
            Codes.Gender,
            Codes.Age,
            Codes.Disability,
            DisabilityKind = Codes.Disability == 1 ? "fisik" : null,
            Codes.Education,
            Codes.Occupation,
            Codes.InstitutionKind,
        },
        NoticeSeen = true,
        SurveyContact = Codes.Occupation <= 3,
    };
}
