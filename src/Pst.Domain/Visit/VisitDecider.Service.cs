namespace Pst.Domain;

using static Visit;
using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> RecordReading(RecordReading asked, Begun visit, VisitFacts facts)
    {
        if (visit is not InService) return new NotServed();
        var standard = StandardOf(facts);
        var isOffered = asked.Form == ReadingForm.Printed ? standard.Printed.Read : standard.Digital.Read;
        return isOffered ? new PublicationRead(asked.PublicationId, asked.Form) : new ReadingNotOffered();
    }

    static Decision<VisitEvent> ScanSoftcopy(ScanSoftcopy asked, Begun visit, VisitFacts facts)
    {
        if (visit is not InService) return new NotServed();
        return StandardOf(facts).Printed.Scan ? new SoftcopyScanned(asked.PublicationId, asked.Pages) : new ScanNotOffered();
    }

    static Decision<VisitEvent> RequestSoftcopy(RequestSoftcopy asked, Begun visit, VisitFacts facts)
    {
        if (visit is not InService) return new NotServed();
        return StandardOf(facts).Digital.RequestForm
            ? new SoftcopyRequested(asked.Request, asked.PublicationId) : new SoftcopyRequestNotOffered();
    }

    static Decision<VisitEvent> DownloadSoftcopy(DownloadSoftcopy asked, Begun visit, VisitFacts facts)
    {
        if (visit is not InService) return new NotServed();
        return StandardOf(facts).Digital.SelfDownload ? new SoftcopyDownloaded(asked.PublicationId) : new SoftcopyDownloadNotOffered();
    }

    // The limit is a person's, whatever the size of the party (Bima: "maksimal 10 lembar per pengguna").
    static Decision<VisitEvent> MakeCopies(MakeCopies asked, Begun visit, VisitFacts facts)
    {
        if (visit is not InService) return new NotServed();
        if (StandardOf(facts).Printed.Copies is not { } quota) return new CopiesNotOffered();

        var remaining = Math.Max(0, quota.MaxSheets - facts.SheetsUsed);
        var isWithin = asked.Sheets <= remaining;
        if (!isWithin && asked.Override is null) return new CopyQuotaExceeded(remaining);
        return new CopiesMade(asked.Sheets, asked.PublicationId, isWithin ? null : asked.Override);
    }
}
