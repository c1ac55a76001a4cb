using Pst.Domain;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 1, at the kiosk or on a phone: what somebody comes for.</summary>
/// <param name="MayOverride">Whether who stands there may let in outside the hours.</param>
public sealed record ArrivalForm(OfficeState Office, VisitId Visit, FormAnswer Answer, bool MayOverride, DateTimeOffset Now)
{
    /// <summary>Whether the kiosk has no line: then it keeps the form, and asks for a token when it can send it.</summary>
    public bool IsKept { get; init; }

    public bool IsOpen => Office.Hours.IsOpen(Now);
    public bool IsAdmitting => Office.Hours.Admits(Now);
    public DateTimeOffset? NextOpening => Office.Hours.NextOpening(Now);

    /// <summary>Those that the office promises come first.</summary>
    public IEnumerable<ServiceCode> Services =>
        Enum.GetValues<ServiceCode>().OrderByDescending(it => Office.Standards[^1].Services.Contains(it));
}
