using Pst.Web.Access;

namespace Pst.Web.Pages;

/// <summary>Screens that are offered together.</summary>
/// <param name="Name">Null for those that are at hand all day and stand in the menu by themselves.</param>
public sealed record MenuGroup(string? Name, IReadOnlyList<MenuItem> Items);

/// <summary>A screen that is offered.</summary>
/// <param name="Address">Where it begins; what lies below belongs to it.</param>
public sealed record MenuItem(string Address, string Name);

/// <summary>Which screens are offered to whom; whether a screen opens is the screen's own policy.</summary>
public static class Menu
{
    /// <summary>What visitors ask about their own data; how many wait stands beside it.</summary>
    public const string Requests = "/permintaan-data";

    /// <summary>Who looked at whose data; how much of it is unusual stands beside it.</summary>
    public const string Reads = "/pembacaan";

    static readonly (string? Group, MenuItem Item, Func<Caller, bool> IsFor)[] Screens =
    [
        (null, new("/nasional", "Nasional"), it => it.Role.May(Act.SeeNation) && it.Office is null),
        (null, new("/ringkasan", "Ringkasan"), it => it.Role is Role.Manager or Role.Auditor or Role.Supervisor),
        (null, new("/meja", "Meja layanan"), it => Policies.MayServe(it.Role)),
        (null, new("/layar", "Layar antrean"), it => it.Role.May(Act.SeeQueue) && it.Office is not null),
        (null, new("/penitipan", "Penitipan"), it => it.Role.May(Act.SeeCustody)),
        (null, new("/janji-temu", "Janji temu"), it => Policies.MayServe(it.Role)),
        ("menu.library", new("/pustaka", "Pustaka"), it => Policies.MayServe(it.Role) || it.Role is Role.Admin or Role.Visitor),
        ("menu.library", new("/softcopy", "Softcopy"), it => it.Role.May(Act.SeeSoftcopies)),
        ("menu.quality", new("/penilaian", "Penilaian"), SeesReportsOfOffice),
        ("menu.quality", new("/ikm", "IKM"), SeesReportsOfOffice),
        ("menu.quality", new("/laporan", "Laporan bulanan"), SeesReportsOfOffice),
        ("menu.quality", new("/aduan", "Pengaduan"), it => it.Role.May(Act.SeeComplaints)),
        ("menu.quality", new("/tindak-lanjut", "Tindak lanjut"), it => it.Role.May(Act.SeeReports)),
        ("menu.audit", new("/riwayat", "Riwayat"), it => it.Role.May(Act.SeeVisits)),
        ("menu.audit", new("/waktu", "Mesin waktu"), it => it.Role.May(Act.SeePast)),
        ("menu.audit", new(Reads, "Pembacaan data"), it => it.Role.May(Act.SeeReads)),
        ("menu.audit", new("/insiden", "Insiden data"), it => it.Role.May(Act.SettleBreaches)),
        ("menu.audit", new("/pemusnahan", "Pemusnahan data"), it => it.Role.May(Act.SeeErasures)),
        ("menu.audit", new(Requests, "Permintaan data"), it => it.Role.May(Act.SettleRequests)),
        ("menu.settings", new("/piket", "Piket"), it => Policies.MayServe(it.Role)),
        ("menu.settings", new("/perangkat", "Perangkat"), it => it.Role.May(Act.SetDevices)),
        ("menu.settings", new("/webhook", "Webhook"), it => it.Role.May(Act.SetWebhooks)),
        ("menu.settings", new("/kantor", "Kantor"), it => it.Role.May(Act.SetOffices)),
        ("menu.settings", new("/orang", "Orang"), it => it.Role.May(Act.SetPeople)),
        ("menu.settings", new("/operasi", "Operasi"), it => it.Role.May(Act.Operate)),
    ];

    /// <summary>The screen that somebody begins with who came for one thing; null for whoever chooses.</summary>
    public static string? FirstOf(Caller? caller) => caller switch
    {
        { Role: Role.Visitor } => "/pustaka",
        { Role: Role.Manager } => caller.Office is null ? "/nasional" : "/ringkasan",
        _ => null,
    };

    /// <summary>What is offered, in the order of the menu; a group of one screen is that screen.</summary>
    public static IEnumerable<MenuGroup> For(Caller? caller) => caller is null ? [] :
        from screen in Screens
        where screen.IsFor(caller)
        group screen.Item by screen.Group into offered
        select new MenuGroup(offered.Count() == 1 ? null : offered.Key, [.. offered]);

    static bool SeesReportsOfOffice(Caller caller) => caller.Role.May(Act.SeeReports) && caller.Office is not null;
}
