using Pst.Domain;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

public static partial class CommandBodies
{
    static VisitCommand.SignGuestbook SignGuestbook(Fields body, KeptEntries kept, bool isSignedIn)
    {
        var codes = body.Object("demographics");
        var kind = codes.OptionalWord<DisabilityKind>("disabilityKind");
        var guardian = body.OptionalWord<Guardian>("confirmedBy");
        var (demographics, survey) = (DemographicsOf(codes), body.OptionalBool("surveyContact") ?? false);
        var isYoung = demographics.Age == CodeBook.Under17 || guardian is not null;
        // Nobody so young is contacted.
        var who = DetailsOf(body.Object("visitor"), kind, survey && !isYoung) with { ConfirmedBy = guardian };
        if (!body.Bool("noticeSeen")) body.At("noticeSeen").Refuse(new InputError.Required());

        var salt = kept.NewSalt();
        kept.Add(new VaultEntry.Signing(who, salt));
        return new(
            new(who.Email is not null, who.Whatsapp is not null, isSignedIn), body.Code("purpose", 1, CodeBook.Purposes), demographics,
            body.OptionalBool("accommodationNeeded"), Commitment.ToSigning(who, salt), guardian);
    }

    static SignedDetails DetailsOf(Fields who, DisabilityKind? kind, bool surveyContact) =>
        new(who.Text("name", MaxName),
            who.OptionalParsed<EmailAddress>("email", new InputError.NotAnEmail())?.ToString(),
            who.OptionalParsed<PhoneNumber>("phone", new InputError.NotAPhoneNumber())?.ToString(),
            who.OptionalParsed<PhoneNumber>("whatsapp", new InputError.NotAPhoneNumber())?.ToString(),
            who.OptionalText("institution", MaxName), kind, surveyContact);

    static Demographics DemographicsOf(Fields codes) =>
        new(codes.Code("gender", 1, CodeBook.Genders), codes.Code("age", 1, CodeBook.Ages),
            codes.Code("disability", 1, CodeBook.Disabilities), codes.Code("education", 1, CodeBook.Educations),
            codes.Code("occupation", 1, CodeBook.Occupations), codes.Code("institutionKind", 1, CodeBook.InstitutionKinds));

    const int TailLength = 4;

    // The card is handed over, not recorded: of its number only the last characters are kept. A KTP's number is a NIK.
    static VisitCommand.HoldId HoldId(Fields body, KeptEntries kept)
    {
        var kind = body.Word<IdKind>("kind");
        var tail = kind == IdKind.Ktp
            ? body.OptionalParsed<Nik>("number", new InputError.NotANik())?.Tail
            : body.OptionalText("number", MaxNumber) is { } number ? number[^Math.Min(TailLength, number.Length)..] : null;

        var salt = kept.NewSalt();
        var commitment = Commitment.ToCard(kind, tail, salt);
        kept.Add(new VaultEntry.CardTail(commitment, salt, tail));
        return new(kind, body.OptionalDate("validUntil"), commitment, Item(body));
    }
}
