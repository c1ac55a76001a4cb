using Microsoft.AspNetCore.Identity;
using Pst.Domain;
using Pst.Web.Demo;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.VisitorAccounts;
using Pst.Web.Writing;

namespace Pst.Web.Commands;

/// <summary>Serves, as <see cref="ServeCommand"/> does, sample offices with sample people who have lived three simulated months.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(string[] settings)
    {
        try
        {
            var folder = OfficeFiles.FolderOf(WebApplication.CreateBuilder(settings).Configuration);
            var offices = await OfficeFiles.ReadAsync(folder, CancellationToken.None);
            return await ServeCommand.RunAsync(settings, (app, connectionString) => FillAsync(app, connectionString, offices));
        }
        catch (DemoRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    static async Task FillAsync(WebApplication app, string connectionString, IReadOnlyList<Office> offices)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var database = new PstDatabase(connectionString);
        var accounts = new SampleAccounts(
            services.GetRequiredService<UserManager<Person>>(), services.GetRequiredService<PeopleContext>(),
            services.GetRequiredService<Registrations>());
        var data = new DemoData(database, services.GetRequiredService<EdgeKeys>(), accounts);
        Console.WriteLine("Making the demo …");
        Console.WriteLine(await data.FillAsync(offices, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None));

        var devices = services.GetRequiredService<EnrolledDevices>();
        var codes = new Dictionary<OfficeCode, string>();
        foreach (var office in offices) codes[office.Code] = await devices.OfferAsync(office.Code, "Kios contoh", CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome.Of(offices, app.Urls.First(), codes)));
    }
}
