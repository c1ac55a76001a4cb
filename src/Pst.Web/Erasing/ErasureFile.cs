using System.Text;
using Pst.Domain;
using Pst.Web.Database;

namespace Pst.Web.Erasing;

/// <summary>
/// All erasures outside the database, a line each, so that none is undone by restoring a backup that was made before:
/// <c>Pst__ErasureFile</c>, else <c>erasures.log</c> in the data folder. An erasure is on the disk here before it is answered.
/// </summary>
public sealed class ErasureFile(IConfiguration configuration, TimeProvider clock) : IDisposable
{
    const int Tries = 40;
    const byte NewLine = (byte)'\n';
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly SemaphoreSlim turn = new(1);
    HashSet<(OfficeCode, Guid)>? known;

    public string Path { get; } = configuration["Pst:ErasureFile"] is { Length: > 0 } named
        ? named : System.IO.Path.Combine(DataFolder.Of(configuration), "erasures.log");

    /// <summary>What stands there, oldest first, and how many lines cannot be read.</summary>
    /// <exception cref="IOException">It cannot be read at all.</exception>
    public async Task<(IReadOnlyList<ErasureEntry> Entries, int Damaged)> ReadAsync()
    {
        if (!File.Exists(Path)) return ([], 0);
        await using var file = await OpenAsync(FileMode.Open, FileAccess.Read);
        using var text = new StreamReader(file, Encoding.UTF8);
        var (entries, damaged) = (new List<ErasureEntry>(), 0);
        while (await text.ReadLineAsync() is { } line)
        {
            if (ErasureEntry.OfLine(line) is { } entry) entries.Add(entry);
            else damaged++;
        }
        return (entries, damaged);
    }

    /// <summary>Adds what is not there yet; when it is done, the disk has it. Nobody calls it off: the database has it already.</summary>
    /// <exception cref="IOException">It may not be there.</exception>
    public async Task AddAsync(ErasureEntry entry)
    {
        await turn.WaitAsync();
        try
        {
            known ??= [.. (await ReadAsync()).Entries.Select(it => it.Key)];
            if (known.Contains(entry.Key)) return;
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            await using var file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite);
            file.SetLength(WholeLines(file)); // what a power cut left half written was never answered
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(Encoding.UTF8.GetBytes(entry.ToLine() + '\n'));
            file.Flush(flushToDisk: true);
            known.Add(entry.Key);
        }
        finally { turn.Release(); }
    }

    public void Dispose() => turn.Dispose();

    static long WholeLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Seek(end - 1, SeekOrigin.Begin);
            if (file.ReadByte() == NewLine) return end;
        }
        return 0;
    }

    // Another node of this machine may be writing.
    async Task<FileStream> OpenAsync(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var tried = 1; ; tried++)
        {
            try { return new FileStream(Path, options); }
            catch (IOException) when (tried < Tries && File.Exists(Path)) { }
            await Task.Delay(Pause, clock);
        }
    }
}
