namespace Pst.Domain;

public static partial class OfficeFile
{
    static Standard ReadStandard(Fields standard) => new(
        standard.Text("service", Name),
        standard.List("services", 10, it => it.Word<ServiceCode>()),
        standard.Text("decree", Name),
        standard.Date("effectiveFrom"),
        standard.List("requirements", 100, it => ReadRequirement(it.Object())),
        standard.List("acceptedIds", 10, it => it.Word<IdKind>()),
        ReadProcedure(standard.Object("procedure")),
        ReadCompletion(standard.Object("completion")),
        standard.Int("fee", 0, 1_000_000_000),
        ReadPrinted(standard.Object("printed")),
        ReadDigital(standard.Object("digital")),
        standard.List("products", 100, it => it.Text(Prose, lines: true)),
        standard.List("complaints", 100, it => ReadComplaintChannel(it.Object())));

    static Requirement ReadRequirement(Fields requirement) => new(
        requirement.List("channels", 2, it => it.Word<Channel>()),
        requirement.Word<RequirementRule>("rule"),
        requirement.Text("text", Prose, lines: true));

    static Procedure ReadProcedure(Fields procedure) => new(
        procedure.List("offline", 100, it => ReadStep(it.Object())),
        procedure.List("online", 100, it => ReadStep(it.Object())));

    static ProcedureStep ReadStep(Fields step) => new(step.Text("step", Key), step.Text("text", Prose, lines: true));

    static Completion ReadCompletion(Fields completion)
    {
        var kind = completion.Word<CompletionKind>("kind");
        const int longest = 100_000; // some two months: a sign of hours or seconds written by mistake
        var minutes = Completion.CountsMinutes(kind)
            ? completion.Int("minutes", 1, longest) : completion.OptionalInt("minutes", 1, longest);
        var hours = completion.At("hours");
        return new(kind, minutes, hours.IsGiven ? ReadSpans(hours) : null, completion.Text("text", Prose, lines: true));
    }

    static Printed ReadPrinted(Fields printed) => new(
        printed.Bool("read"), printed.Bool("scan"),
        printed.OptionalObject("copies") is { } copies ? new(copies.Int("maxSheets", 1, 1000), copies.Word<CopyWindow>("window")) : null);

    static Digital ReadDigital(Fields digital) =>
        new(digital.Bool("read"), digital.Bool("requestForm"), digital.Bool("selfDownload"), digital.Bool("watermark"));

    static ComplaintChannel ReadComplaintChannel(Fields complaint) => new(complaint.Text("channel", Key), complaint.Text("value", Name));
}
