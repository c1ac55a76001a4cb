namespace Pst.Web.Simulation;

internal sealed partial class OfflineVisits
{
    /// <summary>Leaving with trouble, of the three kinds that there are; false for those who leave without.</summary>
    bool Incident(Script script, Guest guest, DateTimeOffset leaving)
    {
        var (soon, later) = (leaving.AddSeconds(20), leaving.AddMinutes(25));
        switch (guest.Turn)
        {
            case Turn.LockerJams:
                var broken = new { Override = new { Reason = "Kunci loker patah di dalam." } };
                Resolve(later, script.Add(soon, crew.Staff, "return_id", broken));
                script.Add(leaving.AddSeconds(60), crew.Staff, "depart");
                break;
            case Turn.CardMislaid:
                script.Add(soon, crew.Staff, "release_locker");
                Resolve(later, script.Add(soon.AddSeconds(60), crew.Staff, "report_lost_id", new { Reason = "Tidak ada di laci kartu." }));
                script.Add(leaving.AddMinutes(5), crew.Staff, "depart");
                break;
            case Turn.BagForgotten:
                var note = new { Text = "Terburu-buru mengejar angkot; katanya kembali besok." };
                script.Add(leaving.AddSeconds(5), crew.Staff, "take_note", note);
                var forgotten = new { Reason = "Pengunjung pulang tanpa tasnya; disimpan di gudang." };
                Resolve(later, script.Add(soon, crew.Staff, "report_left_bag", forgotten));
                var friend = new { To = "Rina, temannya", Reason = "Dijemput atas pesan pemiliknya." };
                Resolve(later.AddMinutes(1), script.Add(soon.AddMinutes(10), crew.Staff, "hand_over_id", friend));
                script.Add(soon.AddMinutes(11), crew.Staff, "depart");
                break;
            default:
                return false;
        }
        return true;

        void Resolve(DateTimeOffset at, int incident) =>
            script.Add(
                at, crew.Supervisor, "resolve_incident", new { Incident = incident, Reason = "Sudah dikembalikan kepada pemiliknya." });
    }
}
