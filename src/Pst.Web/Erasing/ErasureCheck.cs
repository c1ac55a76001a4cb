using Npgsql;

namespace Pst.Web.Erasing;

/// <summary>Whether the log and the file outside the database know the same erasures.</summary>
public sealed class ErasureCheck(NpgsqlDataSource worker, ErasureFile file)
{
    /// <summary>What is wrong, one of each kind.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        var (kept, damaged) = await file.ReadAsync();
        var logged = await ErasureReplay.LoggedAsync(worker, cancel);
        var told = kept.Select(it => it.Key).ToHashSet();
        var (undone, untold) = (told.Count(it => !logged.ContainsKey(it)), logged.Keys.Count(it => !told.Contains(it)));
        return
        [
            .. damaged > 0 ? [$"{damaged} lines of {file.Path} cannot be read"] : Array.Empty<string>(),
            .. undone > 0 ? [$"{undone} erasures of {file.Path} are not in the log, as after an older backup; the next start repeats them"]
                : Array.Empty<string>(),
            .. untold > 0 ? [$"{untold} erasures of the log are missing in {file.Path}; the next start adds them"] : Array.Empty<string>(),
        ];
    }
}
