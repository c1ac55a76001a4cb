using Microsoft.OpenApi;
using Pst.Domain;

namespace Pst.Web.Api;

using static Shape;

/// <summary>An office's file, as <see cref="OfficeFile"/> reads and writes it.</summary>
internal static class OfficeShapes
{
    const int Name = 200, Prose = 2000, Key = 40;

    static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static OpenApiSchema File => Object(
        Needed("code", Like("^[0-9]{4}$")), Needed("name", Text(Name)), Needed("unit", Text(Name)), Needed("parent", Text(Name)),
        Needed("timeZone", OneOf(Zone.All.Select(it => it.Id))), Needed("address", Text(Name)), Needed("phone", Text(Name)),
        Needed("website", Formatted("uri")), Needed("standard", Standard), Needed("local", Local));

    public static OpenApiSchema Standard => Object(
        Needed("service", Text(Name)), Needed("services", List(Word<ServiceCode>(), 10)), Needed("decree", Text(Name)),
        Needed("effectiveFrom", Date()), Needed("requirements", List(Requirement, 100)), Needed("acceptedIds", List(Word<IdKind>(), 10)),
        Needed("procedure", Object(Needed("offline", List(Step, 100)), Needed("online", List(Step, 100)))),
        Needed("completion", Completion), Needed("fee", Number(0, 1_000_000_000)),
        Needed("printed", Object(
            Needed("read", Flag()), Needed("scan", Flag()),
            Optional("copies", Object(Needed("maxSheets", Number(1, 1000)), Needed("window", Word<CopyWindow>())).OrNull()))),
        Needed("digital", Object(
            Needed("read", Flag()), Needed("requestForm", Flag()), Needed("selfDownload", Flag()), Needed("watermark", Flag()))),
        Needed("products", List(Text(Prose), 100)),
        Needed("complaints", List(Object(Needed("channel", Text(Key)), Needed("value", Text(Name))), 100)));

    static OpenApiSchema Requirement => Object(
        Needed("channels", List(Word<Channel>(), 2)), Needed("rule", Word<RequirementRule>()), Needed("text", Text(Prose)));

    static OpenApiSchema Step => Object(Needed("step", Text(Key)), Needed("text", Text(Prose)));

    static OpenApiSchema Completion => Object(
        Needed("kind", Word<CompletionKind>()),
        Optional("minutes", Number(1, 100_000).OrNull().Meaning("Needed for the kinds that count them.")),
        Optional("hours", Spans), Needed("text", Text(Prose)));

    static OpenApiSchema Local => Object(
        Needed("hours", Week),
        Optional("seasonalHours", List(Object(Needed("from", Date()), Needed("to", Date()), Needed("hours", Week)), 100)),
        Needed("holidays", List(Date(), 1000)), Needed("dayOverrides", ByDate),
        Needed("lockers", List(Text(Locker.MaxLength), 500)), Needed("desks", List(Text(Desk.MaxLength), 50)),
        Needed("amberAtPercent", Number(1, 100)), Needed("ratingOpenHours", Number(0, 8760)), Needed("retentionDays", Number(1, 36_500)),
        Optional("uses", Object(Needed("tickets", Flag()), Needed("display", Flag()), Needed("voice", Flag()))
            .Meaning("All of it where this is missing.")),
        Optional("earlyArrivalMinutes", Number(0, 240).Meaning("Before the doors open; 0 where this is missing.")),
        Optional("pledge", Object(
            Needed("text", Text(600)), Needed("signedBy", Text(Name)), Needed("position", Text(Name)), Needed("signedOn", Date()))
            .Meaning("The published maklumat pelayanan (UU 25/2009 art. 22).")),
        Optional("compensation", Text(300).Meaning("What is offered for a promise on time that was missed.")),
        Optional("archiveDays", Number(0, 36_500).Meaning("Days that records of a visit must be kept; 0 where this is missing.")),
        Optional("appointmentPlaces", Number(0, 50).Meaning("Appointments for half an hour; 2 where this is missing, 0 takes none.")));

    static OpenApiSchema Week => Object(Days.Select(it => Needed(it, Spans)));
    static OpenApiSchema ByDate => new() { Type = JsonSchemaType.Object, PropertyNames = Date(), AdditionalProperties = Spans };
    static OpenApiSchema Spans => List(Span, 50);

    static OpenApiSchema Span
    {
        get
        {
            var span = List(Like("^[0-2][0-9]:[0-5][0-9]$"), 2).Meaning("From and to; to is over.");
            span.MinItems = 2;
            return span;
        }
    }
}
