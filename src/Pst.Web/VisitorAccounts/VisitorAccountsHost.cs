using Pst.Web.Online;

namespace Pst.Web.VisitorAccounts;

/// <summary>The wiring of visitors' accounts, and of what they use the library in.</summary>
static class VisitorAccountsHost
{
    public static void AddVisitorAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountFile>().AddSingleton<AccountLetters>().AddSingleton<AccountLinks>();
        services.AddScoped<Registrations>().AddScoped<SignIns>();
        services.AddSingleton<AccountRecords>().AddSingleton<AccountErasure>();
        services.AddSingleton<LibraryUse>().AddSingleton<LibraryPasses>().AddSingleton<LibraryVisits>().AddSingleton<OnlineVisits>();
        services.AddHostedService<OnlineRest>();
    }
}
