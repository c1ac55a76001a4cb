using Pst.Domain;
using Pst.Web.Pages;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>Reads what a form asks of a softcopy. What is personal or in people's own words is put aside for the vault.</summary>
public static class SoftcopyBodies
{
    internal const int Prose = 1000, Name = 200, LastPage = 9999;

    /// <summary>What anybody sends from the page of a publication.</summary>
    public static Input<AskedSoftcopy> Ask(PublicationId publication, Fields body) =>
        body.Read(fields => AskOf(publication, fields));

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedSoftcopy AskOf(PublicationId publication, Fields fields)
    {
        var kept = new KeptEntries(Fresh.Secret);
        kept.Add(new VaultEntry.Complainant(
            fields.Text("name", Name), fields.Parsed<EmailAddress>("email", new InputError.NotAnEmail()).ToString(), null,
            Languages.Current));
        var (from, to) = (fields.OptionalInt("from", 1, LastPage), fields.OptionalInt("to", 1, LastPage));
        if (to < from) fields.At("to").Refuse(new InputError.EndsTooEarly());
        var why = fields.OptionalText("why", Prose, lines: true) is { } said ? kept.Add(said) : (Guid?)null;
        return new AskedSoftcopy(
            new SoftcopyCommand.Ask(
                publication, SoftcopyWay.Form, fields.Int("purpose", 1, CodeBook.Purposes), why,
                from is null && to is null ? null : new PageSpan(from ?? 1, to ?? from!.Value)),
            kept.Entries);
    }

    /// <summary>How whoever asked for it judges it, with a comment where they like.</summary>
    public static Input<AskedSoftcopy> Rate(Fields body) => body.Read(RateOf);

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedSoftcopy RateOf(Fields fields)
    {
        var kept = new KeptEntries(Fresh.Secret);
        var comment = fields.OptionalText("comment", Prose, lines: true) is { } said ? kept.Add(said) : (Guid?)null;
        return new(new SoftcopyCommand.Rate(fields.Int("overall", 1, 4), comment), kept.Entries);
    }

    /// <summary>Why it will not be given; whoever asked reads it.</summary>
    public static Input<AskedSoftcopy> Decline(Fields body) => body.Read(DeclineOf);

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedSoftcopy DeclineOf(Fields fields) => ReasonedOf(fields, it => new SoftcopyCommand.Decline(it));

    /// <summary>Why it is taken back; whoever asked reads it. What cannot be undone is confirmed.</summary>
    public static Input<AskedSoftcopy> CallBack(Fields body) => body.Read(CallBackOf);

    /// <summary>The same of fields that somebody else reads to their end.</summary>
    internal static AskedSoftcopy CallBackOf(Fields fields)
    {
        if (!(fields.OptionalBool("sure") ?? false)) fields.At("sure").Refuse(new InputError.Required());
        return ReasonedOf(fields, it => new SoftcopyCommand.CallBack(it));
    }

    static AskedSoftcopy ReasonedOf(Fields fields, Func<Guid, SoftcopyCommand> command)
    {
        var kept = new KeptEntries(Fresh.Secret);
        return new(command(kept.Add(fields.Text("reason", Prose, lines: true))), kept.Entries);
    }
}

/// <summary>A command with what the vault keeps of it.</summary>
public sealed record AskedSoftcopy(SoftcopyCommand Command, IReadOnlyList<VaultEntry> Entries);
