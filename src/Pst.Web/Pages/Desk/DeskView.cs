using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Desk;

/// <summary>All that the desk's screen shows at one moment.</summary>
/// <param name="Desk">Where the clerk sits.</param>
/// <param name="Card">The chosen visitor's; null while none is chosen.</param>
/// <param name="Today">How the promise on time was kept today.</param>
public sealed record DeskView(OfficeState Office, Domain.Desk Desk, QueueView Queue, SlaReport Today, DeskCard? Card, DateTimeOffset Now)
{
    /// <summary>What was pressed last, by its command and, of several alike, the item; and what became of it.</summary>
    public string? Pressed { get; init; }

    /// <summary>How many forms that a kiosk had kept were refused and wait here.</summary>
    public long RefusedForms { get; init; }

    /// <summary>Whom the office still awaits today, by appointment.</summary>
    public IReadOnlyList<AppointmentLine> Appointments { get; init; } = [];

    public FormAnswer Answer { get; init; } = new FormAnswer.Blank();

    /// <summary>The form that was sent; null where none was.</summary>
    public FormFields? Sent { get; init; }

    /// <summary>Which softcopy the scanner's next file becomes: two taps are one.</summary>
    public SoftcopyId Scan { get; init; } = new(Guid.CreateVersion7());

    public Zone Zone => Office.Details.TimeZone;

    /// <summary>What stands beside the button of a command; a blank unless it was the one pressed.</summary>
    public FormAnswer AnswerTo(string command) => command == Pressed ? Answer : new FormAnswer.Blank();

    /// <summary>What was typed into the form that was pressed: a refusal does not cost it.</summary>
    public string? Typed(string command, string field) => command == Pressed ? Sent?[field] : null;
}

/// <summary>One visitor as the clerk needs them.</summary>
/// <param name="Standard">That the visit is judged by.</param>
/// <param name="Tails">The last characters of held cards, by commitment.</param>
/// <param name="FreeLockers">That may be given now.</param>
/// <param name="Last">What the clerk could take back, and how the history tells it.</param>
/// <param name="Steps">Done and still to come.</param>
/// <param name="Earlier">How many visits of the same visitor came before; which, only those learn who open them.</param>
/// <param name="Softcopies">That were asked for in this visit, or scanned.</param>
public sealed record DeskCard(
    VisitView Visit, Domain.Standard Standard, IReadOnlyDictionary<string, string> Tails, IReadOnlyList<Locker> FreeLockers,
    (LastStep Step, string Sentence) Last, IReadOnlyList<VisitStep> Steps, int Earlier,
    IReadOnlyList<SoftcopyLine> Softcopies)
{
    public bool IsOpen => Visit.Status is not (VisitStatus.Departed or VisitStatus.Voided);
    public bool IsInQueue => Visit.Status is VisitStatus.Waiting or VisitStatus.Called or VisitStatus.Skipped;
    public bool IsServed => Visit.Status == VisitStatus.InService;

    public bool MayUndo => Last.Step is { IsOwn: true, IsFresh: true, IsFinal: false };

    /// <summary>Whether the visitor keeps a desk from others.</summary>
    public bool HasDesk => IsServed && Visit is { Channel: Channel.Offline, ServiceEndedAt: null };

    /// <summary>Whether something was, or is to be, offered for a promise on time that was not kept.</summary>
    public bool MayCompensate(LocalSettings local) =>
        Visit.Compensation is not null || (Visit.Sla == Verdict.Missed && local.Compensation is not null);

    public bool MayStepOut => IsOpen && Visit is { Channel: Channel.Offline, GuestbookAt: not null };

    /// <summary>The first of the party who has no card here; null where all have left one.</summary>
    public int? NextItem => Enumerable.Range(1, Visit.PartySize).Cast<int?>()
        .FirstOrDefault(item => !Visit.Cards.Any(it => it.Item == item && !it.IsGone));
}
