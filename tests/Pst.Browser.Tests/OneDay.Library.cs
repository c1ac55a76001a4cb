using Pst.Pages.Tests.Support;
using Plain = Pst.Pages.Tests.Support.Browser;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    const string Publication = "/pustaka/1872-e30ae33160c5dc5cdcf1b75d";

    static async Task<IEnumerable<Stop>> OfTheLibraryAsync(Plain admin)
    {
        await admin.ImportAsync();
        await admin.OpenAsync("/pustaka?q=tidakadanya");
        return
        [
            new(Nobody, "/pustaka"), new(Nobody, "/pustaka?q=kemiskinn+metro"), new(Nobody, "/pustaka?q=zzzqqq&tahun=2025"),
            new(Nobody, Publication), new(Clerk, $"{Publication}/rak"), new(Clerk, "/pustaka/dicari"), new(Admin, "/pustaka/kelola"),
        ];
    }
}
