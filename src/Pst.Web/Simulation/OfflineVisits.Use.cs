using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

internal sealed partial class OfflineVisits
{
    static readonly IReadOnlyList<string> Comments =
    [
        "Petugas ramah dan cepat.", "Terima kasih, datanya lengkap.", "Ruang baca nyaman, tetapi agak panas.", "Antrean terlalu lama.",
        "Mohon ditambah komputer untuk pengunjung.", "Sangat membantu skripsi saya.",
    ];

    void Use(Script script, Guest guest, DateTimeOffset served, DateTimeOffset leaving)
    {
        var (printed, digital) = (office.Standard.Printed, office.Standard.Digital);
        DateTimeOffset Part(double of) => served + TimeSpan.FromSeconds(Math.Floor((leaving - served).TotalSeconds * of));

        // Drawn apart, so that the rest of the day stays as it is.
        var own = new Randomizer(guest.Visit.Value.GetHashCode());
        if (own.Bool(0.08f)) script.AddMistake(served.AddSeconds(6), crew.Staff, "end_service");
        if (own.Bool(0.5f)) script.Add(Part(0.05), crew.Staff, "end_service");
        if (printed.Read && chance.Bool(0.8f)) Read(script, Part(0.1), ReadingForm.Printed);
        if (digital.Read && chance.Bool(0.4f)) Read(script, Part(0.3), ReadingForm.Digital);
        if (printed.Read && chance.Bool(0.3f)) Read(script, Part(0.5), ReadingForm.Printed);
        if (own.Bool(0.1f))
        {
            script.Add(Part(0.55), crew.Staff, "step_out");
            script.Add(Part(0.65), crew.Staff, "come_back");
        }
        if (printed.Copies is { } limit && (guest.Turn == Turn.BeyondQuota || chance.Bool(0.5f)))
            Copy(script, guest, Part(0.7), limit.MaxSheets, isMiscounted: own.Bool(0.03f));
        if (printed.Scan && chance.Bool(0.25f)) Scan(script, Part(0.8));
    }

    void Scan(Script script, DateTimeOffset at) =>
        script.Add(at, crew.Staff, "scan_softcopy", new { PublicationId = Publications.Any(office, chance), Pages = chance.Int(2, 40) });

    void Read(Script script, DateTimeOffset at, ReadingForm form) =>
        script.Add(at, crew.Staff, "record_reading", new { PublicationId = Publications.Any(office, chance), Form = Words.Of(form) });

    void Copy(Script script, Guest guest, DateTimeOffset at, int limit, bool isMiscounted)
    {
        var isBeyond = guest.Turn == Turn.BeyondQuota;
        var body = new
        {
            Sheets = isBeyond ? limit + chance.Int(2, 6) : chance.Draw((chance.Int(1, limit), 4), (limit, 1)),
            PublicationId = Publications.Any(office, chance),
            Override = isBeyond ? new { Reason = "Salinan untuk laporan instansi, disetujui penyelia." } : null,
        };
        var version = script.Add(at, isBeyond ? crew.Supervisor : crew.Staff, "make_copies", body);
        if (!isMiscounted) return;
        var corrected = new { EventVersion = version, Field = "sheets", To = Math.Max(1, body.Sheets - 1), Reason = "Salah hitung." };
        script.Add(at.AddMinutes(1), crew.Supervisor, "correct", corrected);
    }

    void Leave(Script script, Guest guest, DateTimeOffset leaving, Locker? bag)
    {
        if (guest.Turn != Turn.IsNotSeenLeaving && chance.Bool(0.75f)) script.Add(leaving, crew.Kiosk, "rate", Rating(chance.Bool(0.7f)));
        if (bag is not null && Incident(script, guest, leaving)) return;
        if (bag is not null) script.Add(leaving.AddSeconds(20), crew.Staff, "release_locker");
        if (guest.Turn == Turn.LeavesCardForLong) return;
        if (guest.Turn == Turn.LeavesCard) leaving = NextMorning(leaving);

        if (bag is not null) script.Add(leaving.AddSeconds(40), crew.Staff, "return_id");
        if (guest.Turn == Turn.IsNotSeenLeaving) return;

        script.Add(leaving.AddSeconds(60), crew.Staff, "depart", new { Reason = "finished" });
        if (chance.Bool(0.06f)) Correct(script, guest.Person, leaving.AddMinutes(3));
    }

    // Where the office opens no more, at once.
    DateTimeOffset NextMorning(DateTimeOffset leaving) =>
        hours.NextOpening(hours.Zone.At(hours.LocalDay(leaving).AddDays(1), TimeOnly.MinValue)) is { } opening
            ? opening + chance.Minutes(5, 120) : leaving;

    void Correct(Script script, SamplePerson person, DateTimeOffset at)
    {
        var other = person.Purpose % CodeBook.Purposes + 1;
        var body = new { EventVersion = 2, Field = "purpose", To = other, Reason = "Pengunjung salah memilih tujuan." };
        script.Add(at, crew.Supervisor, "correct", body);
    }

    object Rating(bool isComplete)
    {
        var overall = chance.Draw((4, habits.Pleased), (3, 90 - habits.Pleased), (2, 8), (1, 2));
        var marks = Enum.GetValues<Element>().ToDictionary(it => $"{it}", it => Mark(overall, it));
        return new
        {
            Overall = overall,
            Elements = isComplete ? marks : null,
            Comment = chance.Bool(0.3f) ? chance.ListItem([.. Comments]) : null,
        };
    }

    int Mark(int overall, Element element) =>
        Math.Clamp(overall + (element == habits.Weak ? chance.Draw((0, 4), (-1, 5), (-2, 1)) : chance.Draw((0, 7), (-1, 2), (1, 1))), 1, 4);
}
