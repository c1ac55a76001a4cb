using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Reads;
using Pst.Web.Paper;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Breaches;

/// <summary>Whom to write to, for the data-protection contact: with names and addresses, so that each can be told.</summary>
internal static class BreachTables
{
    static readonly string[] Contact = ["Nama", "Email", "Nomor HP", "Nomor WhatsApp"];

    /// <summary>Those whose data was really opened, and what was.</summary>
    internal static Table Opened(
        Breach found, IReadOnlyDictionary<VisitorId, VisitorDetails> details, IReadOnlyDictionary<VisitorId, VisitorVisit> tickets,
        Zone zone, IStringLocalizer text) => new(
        "insiden-dibuka", "Data yang dibuka", ["Kunjungan", "Nomor", .. Contact, "Yang dibuka", "Kali", "Pertama", "Terakhir"],
        [
            .. found.Opened.Select(it => (IReadOnlyList<Cell>)
            [
                tickets.GetValueOrDefault(it.Visitor)?.Visit.ToString(), tickets.GetValueOrDefault(it.Visitor)?.Ticket,
                .. ContactOf(details.GetValueOrDefault(it.Visitor)),
                string.Join("; ", it.What.Select(what => LookTable.Of(text, what))), it.Looks,
                new Cell.Moment(zone.Local(it.First).DateTime), new Cell.Moment(zone.Local(it.Last).DateTime),
            ]),
        ]);

    /// <summary>Everybody whose data could have been opened.</summary>
    internal static Table Reachable(Breach found, IReadOnlyDictionary<VisitorId, VisitorDetails> details, Zone zone)
    {
        var opened = found.Opened.Select(it => it.Visitor).ToHashSet();
        return new(
            "insiden-terjangkau", "Data yang terjangkau", ["Kunjungan terakhir", "Nomor", "Datang", .. Contact, "Dibuka"],
            [
                .. found.Reachable.OrderBy(it => it.ArrivedAt).Select(it => (IReadOnlyList<Cell>)
                [
                    it.Visit.ToString(), it.Ticket, new Cell.Moment(zone.Local(it.ArrivedAt).DateTime),
                    .. ContactOf(details.GetValueOrDefault(it.Visitor)), opened.Contains(it.Visitor) ? "ya" : "tidak",
                ]),
            ]);
    }

    // Of whom nothing is kept any more nothing can be told.
    static Cell[] ContactOf(VisitorDetails? who) => [who?.Name, who?.Email, who?.Phone, who?.Whatsapp];
}
