using System.Globalization;
using System.Net;
using Pst.EventStore;
using Pst.Proof;

namespace Pst.Web.Proving;

/// <summary>
/// Those outside the database who keep what was signed, so that nobody can sign another past: a folder (<c>Pst__Witness__Folder</c>, best
/// on another machine) and an address (<c>Pst__Witness__Url</c>, which speaks C2SP tlog-witness). What fails is tried again next minute.
/// </summary>
public sealed class Witnesses(LogTree tree, IConfiguration configuration, HttpClient http, ILogger<Witnesses> log)
{
    const string Extension = ".checkpoint";

    long told; // the size that the address has, as far as this node knows

    string? Folder => configuration["Pst:Witness:Folder"] is { Length: > 0 } folder ? folder : null;
    string? Url => configuration["Pst:Witness:Url"] is { Length: > 0 } url ? url : null;

    public async Task TellAsync(SignedCheckpoint newest, CancellationToken cancel)
    {
        try
        {
            if (Folder is { } folder) await KeepAsync(folder, newest, cancel);
            if (Url is { } url && told != newest.Checkpoint.Size) await SendAsync(url, newest, mayAsk: true, cancel);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException or HttpRequestException or TaskCanceledException)
        {
            if (cancel.IsCancellationRequested) throw;
            log.LogWarning("A witness was not told of the checkpoint of size {Size}: {Reason}", newest.Checkpoint.Size, away.Message);
        }
    }

    /// <summary>What the folder keeps, the smallest first.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<SignedCheckpoint> Kept(IConfiguration configuration)
    {
        if (configuration["Pst:Witness:Folder"] is not { Length: > 0 } folder || !Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, $"*{Extension}").Select(it => SignedCheckpoint.Parse(File.ReadAllText(it)))
                .OfType<SignedCheckpoint>().OrderBy(it => it.Checkpoint.Size),
        ];
    }

    // Written aside and put in place whole; what is there already stays.
    static async Task KeepAsync(string folder, SignedCheckpoint newest, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, newest.Checkpoint.Size.ToString("D12", CultureInfo.InvariantCulture) + Extension);
        if (File.Exists(path)) return;
        var aside = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllTextAsync(aside, newest.Note, cancel);
        try { File.Move(aside, path); }
        catch (IOException) when (File.Exists(path)) { File.Delete(aside); }
    }

    // c2sp.org/tlog-witness, add-checkpoint: the size it has, the proof from there, an empty line, the note. A witness that has another
    // size says which.
    async Task SendAsync(string url, SignedCheckpoint newest, bool mayAsk, CancellationToken cancel)
    {
        var size = newest.Checkpoint.Size;
        var proof = told > 0 ? await tree.ConsistencyAsync(told, size, cancel) : [];
        var lines = string.Concat(proof.Select(it => $"{Convert.ToBase64String(it)}\n"));
        using var answer = await http.PostAsync(
            new Uri(new Uri(url.TrimEnd('/') + '/'), "add-checkpoint"),
            new StringContent(string.Create(CultureInfo.InvariantCulture, $"old {told}\n{lines}\n{newest.Note}")), cancel);
        if (answer.StatusCode == HttpStatusCode.Conflict && mayAsk
            && (await answer.Content.ReadAsStringAsync(cancel)).Trim() is var text
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var has) && has <= size)
        {
            told = has;
            if (has < size) await SendAsync(url, newest, mayAsk: false, cancel);
            return;
        }
        answer.EnsureSuccessStatusCode();
        told = size;
    }
}
