using Pst.Domain;
using Pst.Web.Hosting;
using Pst.Web.Library;

namespace Pst.Web.Demo;

/// <summary>A catalogue for the demo: made-up publications of its offices, some of which stand on their shelves.</summary>
internal sealed class DemoCatalogue(PstDatabase database)
{
    const int Years = 8, EveryNth = 5;
    static readonly string[] Sides = ["Utara", "Timur", "Selatan", "Barat", "Pusat"];

    /// <param name="until">The newest are of this year.</param>
    public async Task FillAsync(IReadOnlyList<Office> offices, int until, CancellationToken cancel)
    {
        var import = new Import(new Catalogue(database));
        var pages = SampleCatalogue.Pages([.. offices.Select(AreaOf)], until - Years + 1, until).ToList();
        foreach (var page in pages) await import.AddAsync(page, cancel);
        await import.FinishAsync(cancel);

        var (shelves, search) = (new Shelves(database), new CatalogueSearch(database));
        foreach (var office in offices)
        {
            var own = await search.AskAsync(new(null, null, null, office.Code, null, null, 100), cancel);
            foreach (var (place, it) in own.Items.Index().Where(it => it.Index % EveryNth == 0))
            {
                var mark = $"{(char)('A' + (int)it.Subject)}-{place / EveryNth + 1}";
                await shelves.PutAsync(office.Code, it.Id, mark, 1 + place % 3, cancel);
            }
        }
    }

    // "BPS Kota Metro" publishes about Kota Metro.
    static SampleArea AreaOf(Office office)
    {
        var area = office.Details.Name.Replace("BPS ", "", StringComparison.Ordinal);
        return new(office.Code.Value, area, [.. Sides.Select(it => $"{area[(area.IndexOf(' ') + 1)..]} {it}")]);
    }
}
