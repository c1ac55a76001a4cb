using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Simulation;
using Pst.Web.Vault;

namespace Pst.Web.Demo;

/// <summary>What people complained about in an office of the demo: one is content, one waits too long, one has just come.</summary>
/// <param name="first">The day of the first one.</param>
/// <param name="last">The day of the newest, before today.</param>
internal sealed class SampleComplaints(SimulatedOffice simulated, Crew crew, DateOnly first, DateOnly last, Zone zone)
{
    static readonly TimeOnly Afternoon = new(15, 0);

    readonly OfficeCode office = crew.Supervisor.Office!.Value;
    readonly Caller worker = new("worker:complaints", Role.Supervisor, crew.Supervisor.Office);
    readonly Caller complainant = new("complainant", Role.Visitor, crew.Supervisor.Office);
    DateTimeOffset at;

    /// <summary>What is done about them at the end of a day; nothing on most.</summary>
    public void After(DateOnly day)
    {
        at = zone.At(day, Afternoon);
        if (day == first) Receive("kursi", ComplaintWay.Online, "Kursi di ruang baca rusak, dua tidak dapat dipakai.", Named);
        if (day == first.AddDays(1)) Settle();
        if (day == first.AddDays(2)) Receive("antre", ComplaintWay.Box, "Menunggu lama, tidak ada petugas di meja depan.");
        if (day == first.AddDays(3)) Do("antre", new ComplaintCommand.Verify(Element.WAKTU, NeedsOversight: false), crew.Supervisor);
        if (day > first.AddDays(3)) Do("antre", new ComplaintCommand.PassTime(), worker);
        if (day == last) Receive("suhu", ComplaintWay.Online, "Pendingin ruangan mati sejak pagi.");
    }

    void Settle()
    {
        Do("kursi", new ComplaintCommand.Verify(Element.SARANA, NeedsOversight: false), crew.Supervisor);
        Say("kursi", "jawab", it => new ComplaintCommand.Answer(it), crew.Supervisor, "Dua kursi dipinjam dari aula hari ini.");
        Say("kursi", "selesai", it => new ComplaintCommand.Resolve(it), crew.Supervisor, "Kursi rusak sudah diganti.");
        Do("kursi", new ComplaintCommand.Accept(), complainant);
    }

    static VaultEntry.Complainant Named => new("Dewi Anggraini", "dewi.anggraini@example.org", null);

    void Receive(string name, ComplaintWay way, string what, VaultEntry.Complainant? who = null)
    {
        var text = Text(name, "isi", what);
        var receive = new ComplaintCommand.Receive(way, IsAnonymous: who is null, text.Id, null);
        var by = way == ComplaintWay.Online ? complainant : crew.Staff;
        simulated.Complain(at, IdOf(name), receive, by, who is null ? [text] : [text, who]);
    }

    void Say(string name, string step, Func<Guid, ComplaintCommand> command, Caller by, string words)
    {
        var text = Text(name, step, words);
        simulated.Complain(at, IdOf(name), command(text.Id), by, text);
    }

    void Do(string name, ComplaintCommand command, Caller by) => simulated.Complain(at, IdOf(name), command, by);

    ComplaintId IdOf(string name) => new(SampleId.Of($"complaint/{office}/{name}"));

    VaultEntry.Text Text(string name, string step, string body) =>
        new(body, SampleId.Of($"complaint/{office}/{name}/{step}").ToByteArray());
}
