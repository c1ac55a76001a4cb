using System.Text.Json.Serialization;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>What goes into the vault with a command: personal data and people's own words, never into an event.</summary>
public abstract record VaultEntry
{
    /// <summary>What was typed at a signing.</summary>
    public sealed record Signing(SignedDetails Details, byte[] Salt) : VaultEntry;

    /// <summary>The last 4 characters of a card's number, or null where none was given.</summary>
    public sealed record CardTail(string Commitment, byte[] Salt, string? Tail) : VaultEntry;

    /// <summary>A reason or comment.</summary>
    public sealed record Text(string Body, byte[] Salt) : VaultEntry
    {
        /// <summary>The reference that the event holds: it commits to the words.</summary>
        public Guid Id { get; } = Commitment.ToText(Body, Salt);

        /// <summary>With a salt that nobody can guess.</summary>
        public static Text Of(string body) => new(body, Commitment.NewSalt());
    }

    /// <summary>A PDF that was attached.</summary>
    public sealed record Attachment(byte[] Content, byte[] Salt) : VaultEntry
    {
        /// <summary>The reference that the event holds: it commits to the file.</summary>
        public AttachmentId Id { get; } = new(Commitment.ToFile(Content, Salt));
    }

    /// <summary>Who complains, or asks for a softcopy: for the answer.</summary>
    /// <param name="Language">In which they wrote, and are answered.</param>
    public sealed record Complainant(string Name, string? Email, string? Phone, string Language = "id") : VaultEntry;

    private VaultEntry() { }
}

/// <summary>
/// Who signed, in the words of the guestbook; email and numbers are brought to their one spelling. Of a visitor under 17 they are those of
/// the adult who confirmed it.
/// </summary>
public sealed record SignedDetails(
    string Name, string? Email, string? Phone, string? Whatsapp, string? Institution, DisabilityKind? DisabilityKind, bool SurveyContact)
{
    /// <summary>The adult who confirmed it; the event says so, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Guardian? ConfirmedBy { get; init; }

    /// <summary>
    /// By what the same person is known again in one office: the email, else the phone; null for one who gave neither, or an adult's, who
    /// may stand by several.
    /// </summary>
    public string? Contact => ConfirmedBy is null ? Email ?? Phone : null;
}

/// <summary>The kinds of disability of the SKD code book; only where the visitor says so.</summary>
public enum DisabilityKind { Fisik = 1, Intelektual = 2, Mental = 3, Sensorik = 4 }
