using System.Security.Cryptography;
using System.Text;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>
/// What lets a complainant in who has no account: the address of the own complaint, or the code on the receipt with a secret beside it.
/// Neither says anything of a person, and neither is kept anywhere.
/// </summary>
public sealed class ComplaintLinks(EdgeKeys keys)
{
    const string Purpose = "complaint";

    public string TokenOf(OfficeCode office, ComplaintId complaint) => keys.Seal(Purpose, office, complaint.Value);

    /// <summary>The complaint that a token is of; null for anything else.</summary>
    public (OfficeCode Office, ComplaintId Complaint)? Read(string token) =>
        keys.UnsealThing(Purpose, token) is var (office, complaint) ? (office, new(complaint)) : null;

    /// <summary>Ten letters, in two groups for the eye.</summary>
    public string SecretOf(OfficeCode office, ComplaintId complaint) =>
        keys.Secret(Purpose, office, complaint.Value).Insert(5, "-");

    /// <param name="typed">In any case, with spaces and strokes as people write them.</param>
    public bool IsSecret(OfficeCode office, ComplaintId complaint, string? typed)
    {
        var letters = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(letters), Encoding.UTF8.GetBytes(keys.Secret(Purpose, office, complaint.Value)));
    }
}
