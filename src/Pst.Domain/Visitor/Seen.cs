namespace Pst.Domain;

/// <summary>What somebody got to see of a visitor.</summary>
public enum Seen
{
    /// <summary>Name, email, phone and institution, as the office knows them.</summary>
    Details = 1,

    /// <summary>What was typed at one signing.</summary>
    Signing = 2,

    /// <summary>The address or number by which the visitor is reached.</summary>
    Contact = 3,

    /// <summary>The visitor's own words, or notes about a visit.</summary>
    Text = 4,

    /// <summary>The last characters of a held card's number.</summary>
    CardTail = 5,

    /// <summary>What staff wrote about a visit: why something was corrected or set aside, what went wrong.</summary>
    Reasons = 6,

    /// <summary>A line of the list of who is in the house.</summary>
    InsideList = 7,

    /// <summary>A form that a kiosk had kept and a rule refused.</summary>
    RefusedForm = 8,

    /// <summary>A line of the list of who may be asked in the survey: codes, no name.</summary>
    SurveyList = 9,

    /// <summary>That the visitor stands in what a search by name or contact found.</summary>
    SearchResult = 10,

    /// <summary>The visitor's own data, by the visitor.</summary>
    OwnData = 11,

    /// <summary>A line of the list of whose data a breach reached.</summary>
    BreachList = 12,

    /// <summary>A line of the list of appointments: the first name.</summary>
    AppointmentList = 13,
}

/// <summary>Why somebody looked.</summary>
public enum SeenFor
{
    Serving = 1, Evacuation = 2, FollowUp = 3, Correction = 4, Complaint = 5, Audit = 6, LegalRequest = 7, VisitorsRequest = 8, Survey = 9,
    Breach = 10, Other = 11,
}
