namespace Pst.Web.OwnData;

/// <summary>The wiring of what visitors see and ask of their own data.</summary>
static class OwnDataHost
{
    public static void AddOwnData(this IServiceCollection services) => services
        .AddSingleton<OwnDataLinks>().AddSingleton<OwnDataPasses>().AddSingleton<OwnDataWriter>()
        .AddSingleton<OwnDataReads>().AddSingleton<OwnDataForms>().AddSingleton<Settlements>();
}
