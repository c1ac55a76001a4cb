using System.Diagnostics;
using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

using static Shape;

/// <summary>The bodies of the commands on a visit, as <see cref="CommandBodies"/> reads them.</summary>
internal static class CommandShapes
{
    public static OpenApiSchema Of(string command) => Object(
    [
        .. MembersOf(command),
        Optional("occurredAt", Instant().Meaning("When it happened, if not now. For supervisors, and for a kiosk's own three.")),
    ]);

    static Member[] MembersOf(string command) => command switch
    {
        "arrive" =>
        [
            Needed("channel", Word<Channel>()), Optional("service", Word<ServiceCode>()),
            Optional("partySize", Number(1, CommandBodies.MaxParty)), Optional("priority", Word<Priority>()), Override,
        ],
        "sign_guestbook" => Guestbook,
        "hold_id" =>
        [
            Needed("kind", Word<IdKind>()),
            Optional("number", Text(CommandBodies.MaxNumber).Meaning("Of a KTP: its NIK. Only the tail is kept.")),
            Optional("validUntil", Date()), Item,
        ],
        "assign_locker" => [Needed("locker", Text(Locker.MaxLength)), Item],
        "release_locker" => [Item],
        "return_id" => [Item, Override],
        "report_lost_id" or "report_left_bag" or "report_jammed_locker" => [Reason, Item],
        "hand_over_id" => [Needed("to", Text(CommandBodies.MaxName).Meaning("To whom; kept in the vault.")), Reason, Item],
        "resolve_incident" => [Needed("incident", Number(1, int.MaxValue).Meaning("The incident's place in the visit.")), Reason],
        "take_note" => [Needed("text", Text(CommandBodies.MaxReason).Meaning("Kept in the vault."))],
        "call" or "serve" => [Needed("desk", Text(Desk.MaxLength))],
        "skip" or "requeue" or "end_service" or "step_out" or "come_back" or "search_catalogue" or "offer_compensation"
            or "give_compensation" => [],
        "transfer" => [Needed("service", Word<ServiceCode>())],
        "record_reading" => [Needed("publicationId", Publication), Needed("form", Word<ReadingForm>())],
        "make_copies" => [Needed("sheets", Number(1, CommandBodies.MaxSheets)), Optional("publicationId", Publication), Override],
        "scan_softcopy" => [Needed("publicationId", Publication), Needed("pages", Number(1, CommandBodies.MaxSheets))],
        "request_softcopy" =>
            [Needed("publicationId", Publication), Needed("requestId", Formatted("uuid").Meaning("Made by whoever asks."))],
        "download_softcopy" => [Needed("publicationId", Publication)],
        "rate" =>
        [
            Needed("overall", Mark), Optional("elements", Object(Words.All<Element>().Select(it => Optional(it, Mark)))),
            Optional("comment", Text(CommandBodies.MaxReason)),
        ],
        "depart" => [Optional("reason", OneOf([Words.Of(DepartureReason.Finished), Words.Of(DepartureReason.LeftUnserved)]))],
        "undo" => [Needed("eventVersion", Number(1, int.MaxValue).Meaning("Of one's own last step."))],
        "correct" =>
        [
            Needed("eventVersion", Number(1, int.MaxValue)), Needed("field", Text(CommandBodies.MaxName)),
            Needed("to", Either(Number(int.MinValue, int.MaxValue), Text(CommandBodies.MaxName))), Reason,
        ],
        "void" => [Reason],
        _ => throw new UnreachableException($"{command} is not described."),
    };

    static Member[] Guestbook =>
    [
        Needed("visitor", Object(
            Needed("name", Text(CommandBodies.MaxName)), Optional("email", Formatted("email")), Optional("phone", Phone),
            Optional("whatsapp", Phone), Optional("institution", Text(CommandBodies.MaxName)))),
        Needed("purpose", Number(1, CodeBook.Purposes)),
        Needed("demographics", Object(
            Needed("gender", Number(1, CodeBook.Genders)), Needed("age", Number(1, CodeBook.Ages)),
            Needed("disability", Number(1, CodeBook.Disabilities)), Optional("disabilityKind", Word<DisabilityKind>()),
            Needed("education", Number(1, CodeBook.Educations)), Needed("occupation", Number(1, CodeBook.Occupations)),
            Needed("institutionKind", Number(1, CodeBook.InstitutionKinds)))),
        Optional("accommodationNeeded", Flag()),
        Needed("noticeSeen", Yes().Meaning("The visitor was shown the privacy notice.")),
        Optional("surveyContact", Flag().Meaning("A consent, so no unless said; nobody under 17 is contacted.")),
        Optional("confirmedBy", Word<Guardian>().Meaning("The adult who stands by a visitor under 17, and whose contact is given.")),
    ];

    static Member Override => Optional("override", Object(Reason).Meaning("Lets through what a rule would refuse; the event says so."));
    static Member Reason => Needed("reason", Text(CommandBodies.MaxReason));
    static Member Item => Optional("item", Number(1, CommandBodies.MaxParty).Meaning("Which card of a party, where it has several."));
    static OpenApiSchema Publication => Text(PublicationId.MaxLength);
    static OpenApiSchema Mark => Number(1, 4);
    static OpenApiSchema Phone => Formatted("phone").Meaning("As people write it; kept as 0….");
}
