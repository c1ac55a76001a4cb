using System.Runtime.InteropServices;

namespace Pst.Web.Database;

/// <summary>What .NET has no call for: owners of files, and signals.</summary>
static partial class UnixFiles
{
    internal const UnixFileMode ReadByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    internal const UnixFileMode RunByAll =
        ReadByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    const int CurrentFolder = -100, OwnerAndInode = 0x108;

    /// <summary>The user id that owns a file or folder, where the system tells it.</summary>
    internal static uint? OwnerOf(string path) => Describe(path) is { } told ? BitConverter.ToUInt32(told, 20) : null;

    /// <summary>Whether two paths lead to the same file or folder; links are followed.</summary>
    internal static bool AreSame(string one, string other) =>
        Describe(one) is { } left && Describe(other) is { } right
        && left.AsSpan(32, 8).SequenceEqual(right.AsSpan(32, 8)) && left.AsSpan(136, 8).SequenceEqual(right.AsSpan(136, 8));

    internal static void Give(string path, Account account)
    {
        if (Chown(path, account.Uid, account.Gid) != 0)
            throw new IOException($"{path} cannot be given to {account.Name}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Makes a folder that only its owner can enter, and gives it to the account that PostgreSQL runs as.</summary>
    internal static void MakePrivateFolder(string path, Account? owner)
    {
        const UnixFileMode onlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path, onlyOwner);
        if (owner is null)
            return;
        File.SetUnixFileMode(path, onlyOwner);
        Give(path, owner);
    }

    /// <summary>Makes a folder that everybody may enter, whatever the umask.</summary>
    internal static void MakeOpenFolder(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, RunByAll);
    }

    /// <summary>Whether any user may reach the path and execute it (for a folder: enter it).</summary>
    internal static bool IsOpenToAll(string path)
    {
        for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
            if (!File.GetUnixFileMode(at).HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    /// <summary>False when there is no such process, or it is another's. Signal 0 only asks.</summary>
    internal static bool Signal(int process, int signal) => Kill(process, signal) == 0;

    // The layout of stat differs between processors, that of statx does not: owner at byte 20, inode at 32, device at 136.
    static byte[]? Describe(string path)
    {
        var told = new byte[256];
        return OperatingSystem.IsLinux() && Statx(CurrentFolder, path, 0, OwnerAndInode, told) == 0 ? told : null;
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Chown(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint wanted, [Out] byte[] answer);
}
