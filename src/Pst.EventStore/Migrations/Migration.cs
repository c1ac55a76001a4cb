using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Pst.EventStore;

/// <summary>One step of the database's schema, run once and never edited afterwards.</summary>
/// <param name="Name">The assembly and the file, such as <c>Pst.EventStore/002_mt_events</c>.</param>
/// <param name="Sql">Runs as the role pst_owner, in one transaction with all other steps that are due.</param>
public sealed record Migration(string Name, string Sql)
{
    internal byte[] Digest => SHA256.HashData(Encoding.UTF8.GetBytes(Sql));

    /// <summary>The resources named <c>NNN_name.sql</c> of an assembly, in the order of their numbers.</summary>
    public static IReadOnlyList<Migration> From(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal) && resource[..3].All(char.IsAsciiDigit))
            .Order(StringComparer.Ordinal)
            .Select(resource => new Migration($"{assembly.GetName().Name}/{resource[..^4]}", Text(assembly, resource))),
    ];

    internal static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
