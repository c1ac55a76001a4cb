using System.Security.Cryptography;
using System.Text;

namespace Pst.Web.Database;

/// <summary>Where a database really lies, and the account that owns it.</summary>
sealed record DatabaseFolder(string Path, Account? Account)
{
    const string ForRoot = "/var/lib/pst";
    const int LongestSocketPath = 107;

    /// <summary>Makes the folder, private to its account.</summary>
    internal static DatabaseFolder Open(string wanted)
    {
        var path = Locate(System.IO.Path.GetFullPath(wanted));
        var account = Account.For(path);
        UnixFiles.MakePrivateFolder(path, account);
        return new(path, account);
    }

    /// <summary>
    /// Where the socket lies: here, unless the path is too long for one (108 bytes with the 0 at its end). Then it is a new place at
    /// every start, and a server that outlived its program is restarted instead of taken over.
    /// </summary>
    internal string ForSocket()
    {
        if (Encoding.UTF8.GetByteCount(System.IO.Path.Combine(Path, ".s.PGSQL.5432.lock")) <= LongestSocketPath)
            return Path;
        var shorter = Directory.CreateTempSubdirectory("pst-").FullName;
        UnixFiles.MakePrivateFolder(shorter, Account);
        return shorter;
    }

    // Started by root below a folder that only root may enter, PostgreSQL's own account could not reach the data: they then lie
    // in /var/lib/pst, and the wanted path is a link to them.
    static string Locate(string wanted)
    {
        if (TargetOf(wanted) is { } target)
            return target;
        if (!Environment.IsPrivilegedProcess || Cluster.VersionIn(wanted) is not null || UnixFiles.IsOpenToAll(Existing(wanted)))
            return wanted;
        UnixFiles.MakeOpenFolder(ForRoot);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(wanted)!);
        return Link(wanted, System.IO.Path.Combine(ForRoot, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
    }

    static string Link(string wanted, string target)
    {
        try
        {
            Directory.CreateSymbolicLink(wanted, target);
            return target;
        }
        catch (IOException) when (TargetOf(wanted) is not null)
        {
            return TargetOf(wanted)!; // another start was faster
        }
    }

    static string? TargetOf(string link) => new DirectoryInfo(link).LinkTarget;

    static string Existing(string path)
    {
        while (!Directory.Exists(path))
            path = System.IO.Path.GetDirectoryName(path)!;
        return path;
    }
}
