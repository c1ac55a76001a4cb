using Pst.Domain;
using Pst.Web.Pages;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>Reads what a form asks of a complaint. What is personal or in people's own words is put aside for the vault.</summary>
public static class ComplaintBodies
{
    internal const int Prose = 4000, Name = 200;

    static readonly OrderedDictionary<string, Func<Fields, KeptEntries, ComplaintCommand>> Readers = new(StringComparer.Ordinal)
    {
        ["receive"] = Receive,
        ["verify"] = (body, _) =>
            new ComplaintCommand.Verify(body.Word<Element>("class"), body.OptionalBool("needsOversight") ?? false),
        ["answer"] = (body, kept) => new ComplaintCommand.Answer(Text(body, "message", kept)),
        ["ask_information"] = (body, kept) => new ComplaintCommand.AskInformation(Text(body, "message", kept)),
        ["reply"] = (body, kept) => new ComplaintCommand.Reply(Text(body, "message", kept)),
        ["resolve"] = (body, kept) => new ComplaintCommand.Resolve(Text(body, "outcome", kept)),
        ["accept"] = (_, _) => new ComplaintCommand.Accept(),
        ["escalate"] = (body, kept) => new ComplaintCommand.Escalate(Text(body, "reason", kept)),
        ["dismiss"] = (body, kept) => new ComplaintCommand.Dismiss(Sure(body, Text(body, "reason", kept))),
    };

    /// <summary>All that may be asked, in the order of a complaint's life.</summary>
    public static IReadOnlyList<string> Names => Readers.Keys;

    /// <param name="command">One of <see cref="Names"/>.</param>
    public static Input<AskedComplaint> Read(string command, Fields body) => body.Read(fields => Of(command, fields));

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedComplaint Of(string command, Fields fields)
    {
        var kept = new KeptEntries(Fresh.Secret);
        return new(Readers[command](fields, kept), kept.Entries);
    }

    // Whoever wants an answer sent says where; whoever stays unknown is asked nothing, and nothing typed is kept.
    static ComplaintCommand.Receive Receive(Fields body, KeptEntries kept)
    {
        var isAnonymous = body.OptionalBool("anonymous") ?? false;
        var email = body.OptionalParsed<EmailAddress>("email", new InputError.NotAnEmail())?.ToString();
        var phone = body.OptionalParsed<PhoneNumber>("phone", new InputError.NotAPhoneNumber())?.ToString();
        var name = isAnonymous ? body.OptionalText("name", Name) : body.Text("name", Name);
        if (!isAnonymous && (email ?? phone) is null) body.At("email").Refuse(new InputError.Required());
        var way = body.Word("way", ComplaintWay.Online);
        // What came by another way was typed by staff, whose language is not the reader's.
        var language = way == ComplaintWay.Online ? Languages.Current : Languages.Names[0];
        if (!isAnonymous) kept.Add(new VaultEntry.Complainant(name!, email, phone, language));
        return new(
            way, isAnonymous, Text(body, "description", kept), body.OptionalParsed<VisitId>("visit"));
    }

    // What cannot be undone is confirmed.
    static Guid Sure(Fields body, Guid text)
    {
        if (!(body.OptionalBool("sure") ?? false)) body.At("sure").Refuse(new InputError.Required());
        return text;
    }

    static Guid Text(Fields body, string name, KeptEntries kept) => kept.Add(body.Text(name, Prose, lines: true));
}

/// <summary>A command with what the vault keeps of it.</summary>
public sealed record AskedComplaint(ComplaintCommand Command, IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>Whether files may come with it: with what a complainant says.</summary>
    public bool TakesFiles => Command is ComplaintCommand.Receive or ComplaintCommand.Reply;

    /// <summary>The same with files.</summary>
    public AskedComplaint With(IReadOnlyList<VaultEntry.Attachment> files)
    {
        if (files.Count == 0) return this;
        ValueList<AttachmentId> ids = [.. files.Select(it => it.Id)];
        ComplaintCommand command = Command switch
        {
            ComplaintCommand.Receive it => it with { Files = ids },
            ComplaintCommand.Reply it => it with { Files = ids },
            var other => other,
        };
        return new(command, [.. Entries, .. files]);
    }
}
