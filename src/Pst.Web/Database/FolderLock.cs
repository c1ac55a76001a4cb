namespace Pst.Web.Database;

/// <summary>One program a folder. The lock is the open file, so it ends with the process, however that ends.</summary>
sealed class FolderLock : IDisposable
{
    readonly FileStream file;

    FolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or refuses with the number of the process that holds it.</summary>
    internal static FolderLock Take(string folder)
    {
        try
        {
            return Hold(folder);
        }
        catch (UnauthorizedAccessException foreign)
        {
            throw new DatabaseRefusedException($"The database in {folder} belongs to another account. "
                + "Start as the one that made it (root may, too), or name another folder with Pst__DataDirectory.", foreign);
        }
        catch (IOException held)
        {
            throw new DatabaseRefusedException(
                $"The database in {folder} is in use by another running program (process {HolderOf(folder)}). "
                + "Stop that one first, or give this one its own folder with Pst__DataDirectory.", held);
        }
    }

    static FolderLock Hold(string folder)
    {
        var file = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        File.WriteAllText(HolderFile(folder), $"{Environment.ProcessId}");
        return new(file);
    }

    // Beside the lock: a locked file cannot be read by another.
    static string HolderFile(string folder) => Path.Combine(folder, "lock.pid");

    static string HolderOf(string folder) => File.Exists(HolderFile(folder)) ? File.ReadAllText(HolderFile(folder)) : "unknown";

    public void Dispose() => file.Dispose();
}
