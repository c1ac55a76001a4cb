namespace Pst.Domain;

/// <summary>The office's published promise, as its decree (SK) says it. The same record is enforced and shown to the public.</summary>
/// <param name="Service">What the decree calls the service.</param>
/// <param name="Services">The services it promises.</param>
/// <param name="Decree">Its number.</param>
/// <param name="EffectiveFrom">The office's first day under it.</param>
/// <param name="Fee">In rupiah.</param>
public sealed record Standard(
    string Service, ValueList<ServiceCode> Services, string Decree, DateOnly EffectiveFrom, ValueList<Requirement> Requirements,
    ValueList<IdKind> AcceptedIds, Procedure Procedure, Completion Completion, int Fee, Printed Printed, Digital Digital,
    ValueList<string> Products, ValueList<ComplaintChannel> Complaints)
{
    /// <summary>Whether a visitor who comes this way must meet it.</summary>
    public bool Requires(RequirementRule rule, Channel channel) =>
        Requirements.Any(it => it.Rule == rule && it.Channels.Contains(channel));

    /// <summary>
    /// The weekdays, Monday first, on which the office is open at other hours than the decree names ("menyimpang dari standar"). The decree
    /// names no days, so a closed day departs from nothing.
    /// </summary>
    public IReadOnlyList<DayOfWeek> Deviations(WeeklyHours local) =>
        Completion.Hours is not { } named ? []
        : [.. WeeklyHours.Days.Where(it => local.On(it).Count > 0 && !Span.Joined(local.On(it)).SequenceEqual(Span.Joined(named)))];
}

/// <summary>A condition that the decree sets, in its own words, and the rule by which it is enforced.</summary>
public sealed record Requirement(ValueList<Channel> Channels, RequirementRule Rule, string Text);

public sealed record Procedure(ValueList<ProcedureStep> Offline, ValueList<ProcedureStep> Online);

/// <param name="Step">A key for the picture beside it, such as "sign_guestbook"; nothing is enforced by it.</param>
/// <param name="Text">The decree's words.</param>
public sealed record ProcedureStep(string Step, string Text);

/// <summary>The promise on time.</summary>
/// <param name="Kind">How it runs.</param>
/// <param name="Minutes">The allowance; only for the kinds that count minutes.</param>
/// <param name="Hours">The hours that the decree itself names, where it does.</param>
/// <param name="Text">The decree's words.</param>
public sealed record Completion(CompletionKind Kind, int? Minutes, ValueList<Span>? Hours, string Text)
{
    public static bool CountsMinutes(CompletionKind kind) => kind is CompletionKind.AfterGuestbook or CompletionKind.AfterPreviousVisitor;
}

/// <summary>What is offered of printed publications. No <paramref name="Copies"/>: none are made.</summary>
public sealed record Printed(bool Read, bool Scan, CopyLimit? Copies);

public sealed record CopyLimit(int MaxSheets, CopyWindow Window);

/// <summary>What is offered of digital publications.</summary>
public sealed record Digital(bool Read, bool RequestForm, bool SelfDownload, bool Watermark);

/// <param name="Channel">A key for the sign beside it, such as "whatsapp".</param>
/// <param name="Value">Where to complain: an address, a number, a box.</param>
public sealed record ComplaintChannel(string Channel, string Value);

// Stored as numbers, so the numbers are part of the contract.

/// <summary>The conditions that the program knows how to hold; domain.md says what each asks.</summary>
public enum RequirementRule { Visit = 1, ValidId = 2, ActiveEmail = 3, Guestbook = 4, ServiceAccount = 5, Id = 6, WhatsappNumber = 7 }
