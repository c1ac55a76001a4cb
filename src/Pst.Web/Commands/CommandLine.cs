namespace Pst.Web.Commands;

/// <summary>What the one executable can be told to do; without a word it serves.</summary>
public static class CommandLine
{
    const string Help = """
        up, serve           serve pages and API, with the embedded database unless ConnectionStrings__Pst names one
                            --lan: for the whole network, by HTTPS with a certificate authority of its own
        demo                the same with sample offices, people and three simulated months; prints who may sign in
        key ROLE [OFFICE]   make an API key and print it once
        verify [--all]      check that the log is whole and what was signed: 0 it is, 1 it is not, 2 it could not be checked
        log-key [--new]     print the log's public keys, for whoever checks it; --new makes the next one
        rebuild WHAT        make queue, custody, visits, copies, guards or all again from the log, while the program serves
        import FILE… | --from-api
                            take publications into the catalogue; importing again changes nothing
        simulate --offices N --from DATE --to DATE [--seed S]
                            fill the database with offices that do not exist and what could have happened in them, to measure and to
                            try out: the same seed makes the same events, and a later date goes on
        help                this list
        """;

    /// <summary>Runs a command; the exit status.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["help", ..]:
                Console.WriteLine(Help);
                return 0;
            case ["key", .. var what]:
                return await KeyCommand.RunAsync(what);
            case ["verify", .. var what]:
                return await VerifyCommand.RunAsync(what);
            case ["log-key", .. var what]:
                return LogKeyCommand.Run(what);
            case ["rebuild", .. var what]:
                return await RebuildCommand.RunAsync(what);
            case ["simulate", .. var what]:
                return await SimulateCommand.RunAsync(what);
            case ["import", .. var what]:
                return await ImportCommand.RunAsync(what);
            case ["demo", .. var settings]:
                return await DemoCommand.RunAsync(settings);
            case ["up" or "serve", .. var settings]:
                return await ServeCommand.RunAsync(settings);
            case [var other, ..] when !other.StartsWith('-'):
                Console.Error.WriteLine($"There is no command '{other}'.\n{Help}");
                return 2;
            default:
                return await ServeCommand.RunAsync(args);
        }
    }
}
