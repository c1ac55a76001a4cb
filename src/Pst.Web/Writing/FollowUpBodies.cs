using Pst.Domain;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// Reads what a form asks of a follow-up action. What people wrote is put aside for the vault, with a reference in its place.
/// </summary>
public static class FollowUpBodies
{
    internal const int Prose = 2000, Sentence = 400; // as much as the display has room for

    static readonly OrderedDictionary<string, Func<Fields, List<VaultEntry>, FollowUpCommand>> Readers = new(StringComparer.Ordinal)
    {
        ["open"] = (body, kept) =>
            new FollowUpCommand.Open(CauseOf(body), Text(body, "plan", kept), Owner(body), body.Date("deadline")),
        ["assign"] = (body, _) => new FollowUpCommand.Assign(Owner(body)),
        ["reschedule"] = (body, kept) => new FollowUpCommand.Reschedule(body.Date("deadline"), Text(body, "reason", kept)),
        ["note_progress"] = (body, kept) => new FollowUpCommand.NoteProgress(Text(body, "note", kept), Optional(body, "evidence", kept)),
        ["finish"] = (body, kept) => new FollowUpCommand.Finish(Sure(body, Text(body, "outcome", kept)), Optional(body, "evidence", kept)),
        ["drop"] = (body, kept) => new FollowUpCommand.Drop(Sure(body, Text(body, "reason", kept))),
        ["publish"] = (body, kept) => new FollowUpCommand.Publish(Text(body, "said", kept, Sentence), Text(body, "done", kept, Sentence)),
        ["unpublish"] = (body, kept) => new FollowUpCommand.Unpublish(Text(body, "reason", kept)),
    };

    /// <summary>All that may be asked, in the order of an action's life.</summary>
    public static IReadOnlyList<string> Names => Readers.Keys;

    /// <param name="command">One of <see cref="Names"/>.</param>
    public static Input<AskedFollowUp> Read(string command, Fields body) => body.Read(fields => Of(command, fields));

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedFollowUp Of(string command, Fields fields)
    {
        var entries = new List<VaultEntry>();
        return new(Readers[command](fields, entries), entries);
    }

    static FollowUpCause CauseOf(Fields body)
    {
        var reason = body.Word("cause", FollowUpReason.ByHand);
        Element? element = reason == FollowUpReason.LowElement ? body.Word<Element>("element") : body.OptionalWord<Element>("element");
        var (visit, from, to) = (body.OptionalParsed<VisitId>("visit"), body.OptionalDate("from"), body.OptionalDate("to"));
        if (to < from) body.At("to").Refuse(new InputError.EndsTooEarly());
        return reason switch
        {
            FollowUpReason.LowElement => new(reason, Element: element, From: from, To: to),
            FollowUpReason.MissedPromise => new(reason, Visit: visit, From: from, To: to),
            FollowUpReason.Complaint => new(reason, Complaint: body.Parsed<ComplaintCode>("complaint")),
            _ => FollowUpCause.ByHand,
        };
    }

    // What cannot be undone is confirmed.
    static Guid Sure(Fields body, Guid text)
    {
        if (!(body.OptionalBool("sure") ?? false)) body.At("sure").Refuse(new InputError.Required());
        return text;
    }

    static Guid Owner(Fields body)
    {
        var owner = body.Text("owner", 36);
        if (!Guid.TryParseExact(owner, "D", out var account)) body.At("owner").Refuse(new InputError.Malformed());
        return account;
    }

    static Guid Text(Fields body, string name, List<VaultEntry> kept, int max = Prose) => Keep(body.Text(name, max, lines: true), kept);

    static Guid? Optional(Fields body, string name, List<VaultEntry> kept) =>
        body.OptionalText(name, Prose, lines: true) is { } text ? Keep(text, kept) : null;

    static Guid Keep(string text, List<VaultEntry> kept)
    {
        var entry = VaultEntry.Text.Of(text);
        kept.Add(entry);
        return entry.Id;
    }
}

/// <summary>A command with what the vault keeps of it.</summary>
public sealed record AskedFollowUp(FollowUpCommand Command, IReadOnlyList<VaultEntry> Entries);
