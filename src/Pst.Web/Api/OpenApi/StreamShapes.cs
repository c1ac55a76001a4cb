using System.Diagnostics;
using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Web.Appointments;
using Pst.Web.Complaints;
using Pst.Web.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Api;

using static Shape;

/// <summary>
/// The bodies of the commands on small streams, as <see cref="ComplaintBodies"/>, <see cref="FollowUpBodies"/>,
/// <see cref="SoftcopyBodies"/> and <see cref="AppointmentBodies"/> read them.
/// </summary>
internal static class StreamShapes
{
    public static OpenApiSchema OfComplaint(string command) => Object(command switch
    {
        "receive" =>
        [
            Optional("way", Word<ComplaintWay>().Meaning("By which it came; said by staff alone.")),
            Optional("anonymous", Flag().Meaning("No name, no address: then nothing of these is kept.")),
            Optional("name", Text(ComplaintBodies.Name).Meaning("Needed unless anonymous; kept in the vault.")),
            Optional("email", Formatted("email").Meaning("This or the phone is needed unless anonymous.")),
            Optional("phone", Formatted("phone").Meaning("As people write it; kept as 0….")),
            Written("description"), Optional("visit", Formatted("uuid")),
        ],
        "verify" => [Needed("class", Word<Element>()), Optional("needsOversight", Flag())],
        "answer" or "ask_information" => [Written("message")],
        "reply" => [Written("message"), Optional("secret", Secret.Meaning("Of the receipt; needed from the role visitor."))],
        "resolve" => [Written("outcome")],
        "accept" => [Needed("secret", Secret.Meaning("Of the receipt."))],
        "escalate" => [Written("reason")],
        "dismiss" => [Written("reason"), Sure],
        _ => throw new UnreachableException($"{command} is not described."),
    });

    /// <summary>The same as a form, with what is attached.</summary>
    public static OpenApiSchema WithFiles(string command)
    {
        var form = OfComplaint(command);
        form.Properties![PostedForm.Files] = List(File, AttachedFiles.Most)
            .Meaning(
            $"PDF, JPEG or PNG, {AttachedFiles.MostMegabytes} MB and {AttachedFiles.MostPages} pages each; kept as PDF in the vault.");
        return form;
    }

    public static OpenApiSchema Scan => Object(
        Needed("visit", Formatted("uuid").Meaning("In service: it is told of the scan.")),
        Needed("publicationId", Text(PublicationId.MaxLength)),
        Needed(PostedForm.Files, List(File).Meaning("A PDF, or JPEG and PNG pages in their order.")));

    public static OpenApiSchema Track => Object(
        Needed("code", Like("^PGD[0-9]{9}$")), Needed("secret", Secret),
        Optional("after", Text().Meaning("A command's token: what is read includes it.")));

    public static OpenApiSchema OfFollowUp(string command) => Object(command switch
    {
        "open" =>
        [
            Optional("cause", Word<FollowUpReason>()), Optional("element", Word<Element>().Meaning("Needed for a low element.")),
            Optional("visit", Formatted("uuid")), Optional("from", Date()), Optional("to", Date()),
            Optional("complaint", Like("^PGD[0-9]{9}$").Meaning("The code; with the cause complaint, and only there.")),
            Told("plan"), Owner, Needed("deadline", Date()),
        ],
        "assign" => [Owner],
        "reschedule" => [Needed("deadline", Date()), Told("reason")],
        "note_progress" => [Told("note"), Evidence],
        "finish" => [Told("outcome"), Evidence, Sure],
        "drop" => [Told("reason"), Sure],
        "publish" => [Needed("said", Text(FollowUpBodies.Sentence)), Needed("done", Text(FollowUpBodies.Sentence))],
        "unpublish" => [Told("reason")],
        _ => throw new UnreachableException($"{command} is not described."),
    });

    public static OpenApiSchema OfSoftcopy(string command) => Object(command switch
    {
        "ask" =>
        [
            Needed("publicationId", Text(PublicationId.MaxLength)), Needed("name", Text(SoftcopyBodies.Name)),
            Needed("email", Formatted("email").Meaning("Where the delivery's link goes.")), Needed("purpose", Number(1, CodeBook.Purposes)),
            Optional("why", Text(SoftcopyBodies.Prose)), Optional("from", Page.Meaning("The first page; without both all of them.")),
            Optional("to", Page),
        ],
        "prepare" or "deliver" => [],
        "decline" => [Why],
        "call_back" => [Why, Sure],
        "rate" =>
        [
            Needed("overall", Number(1, 4)), Optional("comment", Text(SoftcopyBodies.Prose).Meaning("Kept in the vault.")),
        ],
        _ => throw new UnreachableException($"{command} is not described."),
    });

    public static OpenApiSchema OfAppointment(string command) => Object(command switch
    {
        "make" =>
        [
            Slot, Needed("name", Text(AppointmentBodies.Name).Meaning("Kept in the vault.")),
            Needed("email", Formatted("email").Meaning("Where the confirmation goes.")),
        ],
        "move" => [Slot, Code],
        "cancel" => [Code],
        "call_off" => [Needed("reason", Text(AppointmentBodies.Prose).Meaning("Whoever made it reads it."))],
        _ => throw new UnreachableException($"{command} is not described."),
    });

    static Member Slot => Needed("slot", Like("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:(00|30)$")
        .Meaning("Day and time in the office's zone; one of /appointments/slots."));
    static Member Code => Needed("code", Text(AppointmentEndpoint.MaxCode).Meaning("Of the receipt."));
    static Member Sure => Needed("sure", Yes().Meaning("It cannot be undone."));
    static Member Owner => Needed("owner", Formatted("uuid").Meaning("One of /follow_ups/owners."));
    static Member Evidence => Optional("evidence", Text(FollowUpBodies.Prose).Meaning("A link, a letter's number, a description."));
    static Member Why => Needed("reason", Text(SoftcopyBodies.Prose).Meaning("Whoever asked reads it."));
    static OpenApiSchema File => Formatted("binary");
    static OpenApiSchema Secret => Text(ComplaintEndpoint.MaxSecret);
    static OpenApiSchema Page => Number(1, SoftcopyBodies.LastPage);

    static Member Written(string name) => Needed(name, Text(ComplaintBodies.Prose).Meaning("Kept in the vault."));
    static Member Told(string name) => Needed(name, Text(FollowUpBodies.Prose).Meaning("Kept in the vault."));
}
