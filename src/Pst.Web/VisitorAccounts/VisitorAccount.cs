using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.VisitorAccounts;

/// <summary>What the owner of an account says of themselves, once for all offices.</summary>
/// <param name="Person">The account, as events name it.</param>
/// <param name="Email">Confirmed.</param>
/// <param name="Codes">As last said in a guestbook; null before the first.</param>
public sealed record VisitorAccount(
    Guid Person, EmailAddress Email, string Name, string? Whatsapp, string? Institution, Demographics? Codes)
{
    /// <summary>The owner as a visitor of an office.</summary>
    public Caller In(OfficeCode office) => new($"user:{Person}", Role.Visitor, office);

    /// <summary>Whose account somebody is signed in to; null for everybody but a visitor.</summary>
    public static Guid? Of(Caller? caller) =>
        caller is { Role: Role.Visitor } && caller.Id.Split(':') is ["user", var id] && Guid.TryParse(id, out var person) ? person : null;
}
