using Pst.Web.Database;
using Pst.Web.Hosting;
using Pst.Web.Lan;

namespace Pst.Web.Commands;

/// <summary>Opens the database, brings it up to date and serves until told to stop.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] settings) => RunAsync(settings, (_, _) => Task.CompletedTask);

    /// <param name="prepare">Done before the first request; told the database's connection string.</param>
    public static async Task<int> RunAsync(string[] settings, Func<WebApplication, string, Task> prepare)
    {
        var builder = WebApplication.CreateBuilder(LanServing.Settings(settings));
        LanServing.Listen(builder);
        Tell(builder.Logging.ClearProviders());
        using var logs = LoggerFactory.Create(it => Tell(it.AddConfiguration(builder.Configuration.GetSection("Logging"))));
        try
        {
            await using var database = await DatabaseSource.OpenAsync(
                builder.Configuration, logs.CreateLogger("Pst.Database"), CancellationToken.None);
            await PstDatabase.MigrateAsync(database.ConnectionString, CancellationToken.None);
            builder.AddPst(database.ConnectionString);

            await using var app = builder.Build();
            app.MapPst();
            await app.BootstrapAsync(CancellationToken.None);
            await prepare(app, database.ConnectionString);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refused) when (refused is DatabaseRefusedException or PostgresFailedException)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    // Whoever sits at the terminal reads sentences; what collects the output of a program gets fields.
    static void Tell(ILoggingBuilder logs)
    {
        if (Console.IsOutputRedirected) logs.AddJsonConsole(it => it.TimestampFormat = "O");
        else logs.AddSimpleConsole(it => (it.SingleLine, it.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
