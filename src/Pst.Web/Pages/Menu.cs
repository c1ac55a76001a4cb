using Pst.Web.Access;

namespace Pst.Web.Pages;

/// <summary>Which screens are offered to whom; whether a screen opens is the screen's own policy.</summary>
public static class Menu
{
    /// <summary>The screen that somebody begins with who came for one thing; null for whoever chooses.</summary>
    public static string? FirstOf(Caller? caller) =>
        
        caller is not { Role: Role.Manager } ? null : caller.Office is null ? "/nasional" : "/ringkasan";

    public static IEnumerable<(string Address, string Name)> For(Caller? caller)
    {
        if (caller is not { Role: var role }) yield break;
        if (role.May(Act.SeeNation) && caller.Office is null) yield return ("/nasional", "Nasional");
        if (role is Role.Manager or Role.Auditor) yield return ("/ringkasan", "Ringkasan");
        if (Policies.MayServe(role)) yield return ("/meja", "Meja layanan");
        if (role.May(Act.SeeQueue) && caller.Office is not null) yield return ("/layar", "Layar antrean");
        if (role.May(Act.SeeCustody)) yield return ("/penitipan", "Penitipan");
        if (role is Role.Supervisor) yield return ("/ringkasan", "Ringkasan");
        if (Policies.MayServe(role)) yield return ("/piket", "Piket");
        if (role.May(Act.SeeVisits)) yield return ("/riwayat", "Riwayat");
        if (role.May(Act.SeeReports) && caller.Office is not null) yield return ("/penilaian", "Penilaian");
        if (role.May(Act.SeeReports) && caller.Office is not null)
        {
            yield return ("/ikm", "IKM");
            yield return ("/laporan", "Laporan bulanan");
        }
        if (role.May(Act.SeeReports)) yield return ("/tindak-lanjut", "Tindak lanjut");
        if (role.May(Act.SetDevices)) yield return ("/perangkat", "Perangkat");
        if (role.May(Act.SetOffices)) yield return ("/kantor", "Kantor");
        if (role.May(Act.SetPeople)) yield return ("/orang", "Orang");
        if (role.May(Act.Operate)) yield return ("/operasi", "Operasi");
    }
}
