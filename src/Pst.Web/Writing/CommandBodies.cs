using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// Reads what people and programs ask of a visit, from JSON or from a form: each command's fields as api.md names them, in their ranges.
/// What must not lie in events (personal data, free text) is put aside for the vault, with a reference or a commitment in its place.
/// </summary>
public static partial class CommandBodies
{
    internal const int MaxName = 200, MaxReason = 2000, MaxNumber = 50, MaxSheets = 1000, MaxParty = 200;

    static readonly OrderedDictionary<string, Reader> Readers = new(StringComparer.Ordinal)
    {
        ["arrive"] = (body, kept, _) => Arrive(body, kept),
        ["sign_guestbook"] = (body, kept, role) => SignGuestbook(body, kept, isSignedIn: role == Role.Visitor),
        ["hold_id"] = (body, kept, _) => HoldId(body, kept),
        ["assign_locker"] = (body, _, _) => new VisitCommand.AssignLocker(body.Parsed<Locker>("locker"), Item(body)),
        ["call"] = (body, _, _) => new VisitCommand.Call(body.Parsed<Desk>("desk")),
        ["skip"] = (_, _, _) => new VisitCommand.Skip(),
        ["requeue"] = (_, _, _) => new VisitCommand.Requeue(),
        ["transfer"] = (body, _, _) => new VisitCommand.Transfer(body.Word<ServiceCode>("service")),
        ["serve"] = (body, _, _) => new VisitCommand.Serve(body.Parsed<Desk>("desk")),
        ["end_service"] = (_, _, _) => new VisitCommand.EndService(),
        ["step_out"] = (_, _, _) => new VisitCommand.StepOut(),
        ["come_back"] = (_, _, _) => new VisitCommand.ComeBack(),
        ["record_reading"] = (body, _, _) => new VisitCommand.RecordReading(Publication(body), body.Word<ReadingForm>("form")),
        ["make_copies"] = (body, kept, _) => MakeCopies(body, kept),
        ["scan_softcopy"] = (body, _, _) => new VisitCommand.ScanSoftcopy(Publication(body), body.Int("pages", 1, MaxSheets)),
        ["search_catalogue"] = (_, _, _) => new VisitCommand.SearchCatalogue(),
        ["request_softcopy"] = (body, _, _) =>
            new VisitCommand.RequestSoftcopy(body.Parsed<SoftcopyId>("requestId"), Publication(body)),
        ["download_softcopy"] = (body, _, _) => new VisitCommand.DownloadSoftcopy(Publication(body)),
        ["rate"] = (body, kept, _) => Rate(body, kept),
        ["release_locker"] = (body, _, _) => new VisitCommand.ReleaseLocker(Item(body)),
        ["return_id"] = (body, kept, _) => new VisitCommand.ReturnId(Item(body), OverrideOf(body, kept)),
        ["report_lost_id"] = (body, kept, _) => new VisitCommand.ReportLostId(Item(body), Reason(body, kept)),
        ["hand_over_id"] = (body, kept, _) =>
            new VisitCommand.HandOverId(Item(body), kept.Add(body.Text("to", MaxName)), Reason(body, kept)),
        ["report_left_bag"] = (body, kept, _) => new VisitCommand.ReportLeftBag(Item(body), Reason(body, kept)),
        ["report_jammed_locker"] = (body, kept, _) => new VisitCommand.ReportJammedLocker(Item(body), Reason(body, kept)),
        ["resolve_incident"] = (body, kept, _) =>
            new VisitCommand.ResolveIncident(body.Int("incident", 1, int.MaxValue), Reason(body, kept)),
        ["take_note"] = (body, kept, _) => new VisitCommand.TakeNote(kept.Add(body.Text("text", MaxReason, lines: true))),
        ["offer_compensation"] = (_, _, _) => new VisitCommand.OfferCompensation(),
        ["give_compensation"] = (_, _, _) => new VisitCommand.GiveCompensation(),
        ["depart"] = (body, _, _) => new VisitCommand.Depart(DepartureOf(body)),
        ["undo"] = (body, _, _) => new VisitCommand.Undo(body.Int("eventVersion", 1, int.MaxValue)),
        ["correct"] = (body, kept, _) => Correct(body, kept),
        ["void"] = (body, kept, _) => new VisitCommand.Void(Reason(body, kept)),
    };

    delegate VisitCommand Reader(Fields body, KeptEntries kept, Role role);

    /// <summary>All commands that people and programs may give, in the order of a visit.</summary>
    public static IReadOnlyList<string> Names => Readers.Keys;

    /// <summary>The command of that name.</summary>
    /// <param name="command">One of <see cref="Names"/>.</param>
    /// <param name="role">Of the caller: it says how far back an entry may reach, and what an account stands for.</param>
    /// <param name="fresh">Null for references and salts that nobody can guess.</param>
    public static Input<AskedCommand> Read(string command, Fields body, Role role, Fresh? fresh = null) => body.Read(fields =>
    {
        var occurredAt = fields.OptionalInstant("occurredAt");
        var kept = new KeptEntries(fresh ?? Fresh.Secret);
        var asked = Readers[command](fields, kept, role);
        return new AskedCommand(asked, occurredAt, role.MayEnterLate(command) ?? TimeSpan.Zero, kept.Entries);
    });

    static VisitCommand.Arrive Arrive(Fields body, KeptEntries kept) =>
        new(body.Word<Channel>("channel"), body.Word("service", ServiceCode.PS), body.OptionalInt("partySize", 1, MaxParty) ?? 1,
            body.Word("priority", Priority.None), OverrideOf(body, kept));

    static VisitCommand.MakeCopies MakeCopies(Fields body, KeptEntries kept) =>
        new(body.Int("sheets", 1, MaxSheets), body.OptionalParsed<PublicationId>("publicationId"), OverrideOf(body, kept));

    static VisitCommand.Rate Rate(Fields body, KeptEntries kept)
    {
        Guid? comment = body.OptionalText("comment", MaxReason, lines: true) is { } text ? kept.Add(text) : null;
        return new(body.Int("overall", 1, 4), body.OptionalObject("elements") is { } marks ? MarksOf(marks) : null, comment);
    }

    static Ratings MarksOf(Fields marks) =>
        new(Enum.GetValues<Element>()
            .Select(element => (element, mark: marks.OptionalInt($"{element}", 1, 4)))
            .Where(it => it.mark is not null)
            .Select(it => KeyValuePair.Create(it.element, it.mark!.Value)));

    static VisitCommand.Correct Correct(Fields body, KeptEntries kept)
    {
        var version = body.Int("eventVersion", 1, int.MaxValue);
        var field = body.Text("field", MaxName);
        return new(version, field, body.At("to").Value(MaxName), Reason(body, kept));
    }

    // An unknown end is nobody's to say but the end of the day's.
    static DepartureReason? DepartureOf(Fields body)
    {
        var reason = body.OptionalWord<DepartureReason>("reason");
        if (reason == DepartureReason.UnknownEnd)
            body.At("reason").Refuse(new InputError.NotAWord([Words.Of(DepartureReason.Finished), Words.Of(DepartureReason.LeftUnserved)]));
        return reason;
    }

    static Override? OverrideOf(Fields body, KeptEntries kept) =>
        body.OptionalObject("override") is { } given ? new(Reason(given, kept)) : null;

    static PublicationId Publication(Fields body) => body.Parsed<PublicationId>("publicationId");

    static int? Item(Fields body) => body.OptionalInt("item", 1, MaxParty);

    static Guid Reason(Fields body, KeptEntries kept) => kept.Add(body.Text("reason", MaxReason, lines: true));
}
