using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Simulation;
using Pst.Web.Vault;

namespace Pst.Web.Demo;

/// <summary>
/// Who has an appointment with an office of the demo: one has come, others come today and on the next days, one moved theirs, and one was
/// told by the office that it cannot be kept.
/// </summary>
/// <param name="at">When they are made; the hours of today are known by then.</param>
internal sealed class SampleAppointments(SimulatedOffice simulated, Crew crew, Quarter quarter, DateTimeOffset at)
{
    const string Here = "hadir";
    const int DaysAhead = 14; // a week of holidays may lie between

    readonly OfficeCode office = crew.Supervisor.Office!.Value;
    readonly Caller booker = AppointmentForms.Booker(crew.Supervisor.Office!.Value);
    readonly ServiceHours hours = new(quarter.OpenNow.Local, quarter.OpenNow.Details.TimeZone);

    /// <summary>The visit of the one who has come.</summary>
    public static VisitId Kept(OfficeCode office, DateOnly day) => IdOf(office, day, Here).Visit;

    /// <summary>None at all in an office that takes none.</summary>
    /// <param name="now">The end of what is lived.</param>
    public void Make(DateTimeOffset now)
    {
        if (quarter.OpenNow.Local.PlacesASlot == 0) return;

        var today = SlotsOn(quarter.Today).ToLookup(it => hours.Zone.At(it.Day, it.Start) > now);
        foreach (var slot in today[false].Take(1)) Make(Here, slot, quarter.Guest.Name, quarter.Guest.Email);
        foreach (var slot in today[true].Skip(1).Take(1)) Make("siang", slot, "Laras Wulandari", "laras.wulandari@contoh.example");
        var days = Enumerable.Range(1, DaysAhead).Select(it => SlotsOn(quarter.Today.AddDays(it))).Where(it => it.Count > 0).Take(2);
        if (days.ToList() is [var tomorrow, var after]) MakeLater(tomorrow, after);
    }

    /// <summary>Notes of the one who has come that the appointment is kept, when the kiosk lets them in.</summary>
    public void After(Step step)
    {
        if (step.Command == "arrive" && step.Visit == Kept(office, quarter.Today))
            Do(Here, new AppointmentCommand.CheckIn(step.Visit), crew.Kiosk, step.At);
    }

    void MakeLater(IReadOnlyList<AppointmentSlot> tomorrow, IReadOnlyList<AppointmentSlot> after)
    {
        Make("pagi", tomorrow[0], "Yohanes Wibowo", "yohanes.wibowo@contoh.example");
        Make("siang-besok", tomorrow[tomorrow.Count / 2], "Ayu Saraswati", "ayu.saraswati@contoh.example");
        Make("pindah", tomorrow[^1], "Rizky Ramadhan", "rizky.ramadhan@contoh.example");
        Do("pindah", new AppointmentCommand.Move(after[after.Count / 2]), booker, at);
        Make("batal", tomorrow[^1], "Maria Ulfah", "maria.ulfah@contoh.example");
        var salt = SampleId.Of($"appointment/{office}/batal/alasan").ToByteArray();
        var reason = new VaultEntry.Text("Ruang baca dipakai rapat pada jam itu. Silakan memilih waktu lain.", salt);
        Do("batal", new AppointmentCommand.Cancel(AppointmentSide.Office, reason.Id), crew.Staff, at, reason);
    }

    void Make(string name, AppointmentSlot slot, string who, string email) =>
        Do(name, new AppointmentCommand.Make(slot), booker, at, new VaultEntry.Complainant(who, email, null));

    void Do(string name, AppointmentCommand command, Caller by, DateTimeOffset moment, params VaultEntry[] entries) =>
        simulated.Appoint(moment, IdOf(office, quarter.Today, name), command, by, entries);

    // Those that can be had.
    IReadOnlyList<AppointmentSlot> SlotsOn(DateOnly day) =>
        [.. AppointmentSlot.Of(day).Where(it => it.IsIn(hours) && hours.Zone.At(it.Day, it.Start) > at)];

    static AppointmentId IdOf(OfficeCode office, DateOnly day, string name) =>
        new(SampleId.Of($"appointment/{office}/{day:yyyy-MM-dd}/{name}"));
}
