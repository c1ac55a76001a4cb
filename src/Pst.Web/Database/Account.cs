using System.Globalization;

namespace Pst.Web.Database;

/// <summary>An account of the operating system. PostgreSQL refuses to run as root, so root starts it as another.</summary>
sealed record Account(string Name, uint Uid, uint Gid)
{
    /// <summary>The account for a database in this folder: its present owner, else postgres, else nobody; null is whoever we are.</summary>
    internal static Account? For(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        var known = Known();
        var owner = Directory.Exists(folder) ? UnixFiles.OwnerOf(folder) : null;
        return known.FirstOrDefault(it => it.Uid == owner && it.Uid != 0)
            ?? known.FirstOrDefault(it => it.Name == "postgres")
            ?? known.FirstOrDefault(it => it.Name == "nobody")
            ?? throw new DatabaseRefusedException("PostgreSQL does not run as root: add a user named postgres, or start as another user.");
    }

    static List<Account> Known() =>
    [
        .. from line in File.ReadLines("/etc/passwd")
           let field = line.Split(':')
           where field.Length > 3
           select new Account(
               field[0], uint.Parse(field[2], CultureInfo.InvariantCulture), uint.Parse(field[3], CultureInfo.InvariantCulture)),
    ];
}
