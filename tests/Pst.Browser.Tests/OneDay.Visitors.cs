using Pst.Pages.Tests.Support;

namespace Pst.Browser.Tests;

/// <summary>A visitor with an account, and the pages on the way to one.</summary>
internal static partial class OneDay
{
    const string Visitor = "rina@example.org";

    static async Task<IEnumerable<Stop>> OfVisitorsAsync(Site site)
    {
        await site.MakeVisitorAsync(Visitor, "Rina Wati");
        return
        [
            new(Nobody, "/akun/daftar"), new(Nobody, "/akun/konfirmasi/tidak-ada"), new(Nobody, "/masuk/tautan/tidak-ada"),
            new(Nobody, "/pustaka/tiket"), new(Visitor, "/pustaka"), new(Visitor, "/pustaka/daring"),
            new(Visitor, "/pustaka/daring?kantor=1872"), new(Visitor, "/pustaka/daring?kantor=5272"),
            new(Visitor, "/akun/profil"), new(Visitor, "/akun/hapus"), new(Visitor, "/data-saya"),
        ];
    }
}
