using Pst.Web.Pages.Library;

namespace Pst.Web.Library;

/// <summary>The wiring of the catalogue.</summary>
public static class LibraryHost
{
    public static void AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<Catalogue>().AddSingleton<ImportLog>().AddSingleton<CatalogueSearch>().AddSingleton<MissedWords>();
        services.AddSingleton<PublicationTitles>();
        services.AddSingleton<StoredFiles>().AddSingleton<PublicationFiles>();
        services.AddSingleton(it => new PublicationPdf(it.GetRequiredService<PublicationFiles>(), it.GetRequiredService<StoredFiles>()));
        services.AddSingleton<Shelves>().AddSingleton<AskedImports>().AddHostedService<ImportWorker>();
        services.AddSingleton(it => new ImportRuns(
            it.GetRequiredService<AskedImports>(), it.GetRequiredService<ImportLog>(), it.GetRequiredService<IConfiguration>()));
    }
}
