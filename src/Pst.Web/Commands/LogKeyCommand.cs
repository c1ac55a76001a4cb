using Pst.EventStore;
using Pst.Web.Hosting;
using Pst.Web.Proving;
using Pst.Web.Writing;

namespace Pst.Web.Commands;

/// <summary>Tells the log's public keys, for whoever will check it; makes the next one.</summary>
internal static class LogKeyCommand
{
    public static int Run(string[] args)
    {
        if (args is not ([] or ["--new"]))
        {
            Console.Error.WriteLine("log-key [--new]: prints the log's public keys, the oldest first; --new makes the next one before.");
            return 2;
        }
        var configuration = WebApplication.CreateBuilder().Configuration;
        var made = args is ["--new"] ? LogKeys.Add(configuration) : null;
        var keys = new LogKeys(new EdgeKeys(SecretKey.Of(configuration)), configuration).All;
        foreach (var key in keys) Console.WriteLine(key.KeyOf(Notary.OriginOf(keys)));
        if (made is not null) Console.Error.WriteLine(Advice(configuration["Pst:LogKeys"] is { Length: > 0 }, made));
        return 0;
    }

    static string Advice(bool isInSettings, string pem) =>
        isInSettings
            ? $"Add this to Pst__LogKeys on every node, behind what is there, and start them again:\n{pem}"
            : "It signs from the next start on. Back log.keys up with secret.key, and tell the new public key to who checks the log.";
}
