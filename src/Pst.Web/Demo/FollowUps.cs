using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Simulation;
using Pst.Web.Vault;

namespace Pst.Web.Demo;

/// <summary>What an office of the demo does about what it was told: one thing underway, one overdue, one that the public reads.</summary>
/// <param name="opening">The day on which they are opened.</param>
internal sealed class FollowUps(SimulatedOffice simulated, Crew crew, DateOnly opening, DateOnly today, Zone zone)
{
    const int DaysOfWork = 4; // until something has come of it

    static readonly TimeOnly Evening = new(18, 0); // when the day is closed

    readonly OfficeCode office = crew.Supervisor.Office!.Value;
    DateTimeOffset at;
    bool isDone;

    /// <summary>What is done about it at the end of a day; nothing on most.</summary>
    public void After(DateOnly day)
    {
        at = zone.At(day, Evening);
        if (day == opening) Open();
        else if (day >= opening.AddDays(DaysOfWork) && !isDone) GoOn();
    }

    void Open()
    {
        Open("kipas", CauseOf(Element.SARANA), Role.Staff, today.AddDays(20), "Menambah kipas angin dan stopkontak di ruang baca.");
        Open("alur", CauseOf(Element.PROSEDUR), Role.Staff, opening.AddDays(7), "Memasang papan alur pelayanan di pintu masuk.");
        var missed = new FollowUpCause(FollowUpReason.MissedPromise, From: opening.AddDays(-29), To: opening);
        Open("antre", missed, Role.Supervisor, opening.AddDays(7), "Menyusun piket agar meja kedua terisi pada jam ramai.");
    }

    void GoOn()
    {
        isDone = true;
        Do("kipas", "usul", (note, letter) => new FollowUpCommand.NoteProgress(note, letter),
            "Usulan pengadaan dikirim ke bagian umum.", "Nota dinas 021/PST/2026");
        Do("alur", "selesai", (outcome, photos) => new FollowUpCommand.Finish(outcome, photos),
            "Papan alur sudah terpasang di pintu masuk dan ruang baca.", "Foto 3 lembar dalam map pelayanan");
        Do("alur", "umum", (said, done) => new FollowUpCommand.Publish(said, done),
            "Alur pelayanan kurang jelas bagi yang baru pertama datang.", "Papan alur kini terpasang di pintu masuk dan ruang baca.");
    }

    FollowUpCause CauseOf(Element element) => new(FollowUpReason.LowElement, element, From: opening.AddDays(-29), To: opening);

    void Open(string name, FollowUpCause cause, Role owner, DateOnly deadline, string plan)
    {
        var text = Text(name, "rencana", plan);
        var command = new FollowUpCommand.Open(cause, text.Id, Crew.PersonOf(office, owner), deadline);
        simulated.Follow(at, IdOf(name), command, crew.Supervisor, text);
    }

    void Do(string name, string step, Func<Guid, Guid, FollowUpCommand> command, string first, string second)
    {
        var (one, other) = (Text(name, $"{step}/1", first), Text(name, $"{step}/2", second));
        simulated.Follow(at, IdOf(name), command(one.Id, other.Id), crew.Supervisor, one, other);
    }

    FollowUpId IdOf(string name) => new(SampleId.Of($"follow-up/{office}/{name}"));

    VaultEntry.Text Text(string name, string step, string body) =>
        new(body, SampleId.Of($"follow-up/{office}/{name}/{step}").ToByteArray());
}
