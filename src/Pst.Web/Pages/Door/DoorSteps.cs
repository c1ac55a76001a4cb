using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Door;

/// <summary>How far somebody has come who fills in the guestbook on their own phone, and the way on.</summary>
public sealed class DoorSteps(DoorCodes codes, OfficeMemory offices, Visits visits, TicketLinks links, VisitForms forms, TimeProvider clock)
{
    public const string Over = "/tamu/lewat";

    /// <returns>Null where the pass is over, or none.</returns>
    public async Task<DoorStep?> FindAsync(string pass, CancellationToken cancel)
    {
        if (codes.Read(pass) is not { } held || await offices.FindAsync(held.Office, cancel) is not { } state) return null;
        var now = clock.GetUtcNow();
        var view = await visits.FindAsync(held.Office, state, held.Visit, VisitMoment.Now, now, cancel);
        var next = view?.Status switch
        {
            null => $"/tamu/{pass}",
            VisitStatus.Arrived => $"/tamu/{pass}/buku-tamu",
            _ => $"/t/{links.TokenOf(held.Office, held.Visit)}",
        };
        return new(held, state, next, now);
    }

    /// <summary>In person, for the pass is had at the door only; and by nobody whom the office knows.</summary>
    public Task<FormAnswer> SendAsync(DoorPass pass, string command, FormFields fields, CancellationToken cancel) =>
        forms.SendAsync(
            new Caller("door", Role.Visitor, pass.Office), pass.Visit, command,
            command == "arrive" ? fields.With("channel", Words.Of(Channel.Offline)) : fields, cancel);
}

/// <param name="Next">The page that comes next.</param>
public sealed record DoorStep(DoorPass Pass, OfficeState Office, string Next, DateTimeOffset Now);
