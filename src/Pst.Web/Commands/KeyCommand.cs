using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Database;
using Pst.Web.Hosting;

namespace Pst.Web.Commands;

/// <summary>Makes a key for a program, at the machine itself.</summary>
internal static class KeyCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var word, .. var rest] || !Words.TryRead<Role>(word, out var role)
            || OfficeOf(rest, role) is not (true, var office))
        {
            Console.Error.WriteLine($"key ROLE [OFFICE]: a role is one of {string.Join(", ", Words.All<Role>())}; "
                + "managers, auditors and admins may hold for all offices.");
            return 2;
        }

        var configuration = WebApplication.CreateBuilder().Configuration;
        await using var source = await DatabaseSource.JoinAsync(
            configuration, LoggerFactory.Create(_ => { }).CreateLogger("Pst"), CancellationToken.None);
        await PstDatabase.MigrateAsync(source.ConnectionString, CancellationToken.None);
        await using var database = new PstDatabase(source.ConnectionString);
        var (_, key) = await new ApiKeys(database).MakeAsync(role, office, device: null, name: null, CancellationToken.None);
        Console.WriteLine(key);
        return 0;
    }

    static (bool IsGood, OfficeCode? Office) OfficeOf(string[] rest, Role role) => rest switch
    {
        [] => (role.HoldsForAll(), null),
        [var code] when OfficeCode.TryParse(code, null, out var office) => (true, office),
        _ => (false, null),
    };
}
