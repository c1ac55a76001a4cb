using System.Globalization;

namespace Pst.Web.Library;

/// <summary>
/// Fetches the covers and PDFs that publications name. Their addresses came from outside: only hosts that the operator named
/// (<c>Pst__Library__FileHosts</c>, and the Web API's own) are asked, by https, and nobody sends us elsewhere.
/// </summary>
internal sealed class FileFetch(HttpClient http, StoredFiles files, PublicationFiles publications, IReadOnlySet<string> hosts)
{
    const long MostOfCover = 5 * 1024 * 1024, MostOfPdf = 200 * 1024 * 1024;

    /// <summary>The hosts that may be asked.</summary>
    public static IReadOnlySet<string> HostsOf(IConfiguration configuration, Uri api) =>
        (configuration["Pst:Library:FileHosts"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Append(api.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All that a domain still lacks; how many were kept, and what was not.</summary>
    public async Task<(int Kept, ImportReport Faults)> RunAsync(string domain, CancellationToken cancel)
    {
        var (kept, faults) = (0, ImportReport.Empty);
        foreach (var awaited in await publications.AwaitedAsync(domain, cancel))
            if (await FetchAsync(awaited, cancel) is { Length: > 0 } why)
                faults += ImportReport.OfBroken($"{awaited.Id} {awaited.Kind}", why);
            else kept++;
        return (kept, faults);
    }

    async Task<string> FetchAsync(AwaitedFile awaited, CancellationToken cancel)
    {
        if (awaited.Address.Scheme != "https" || !hosts.Contains(awaited.Address.Host)) return "host_not_named";
        try
        {
            using var answer = await http.GetAsync(awaited.Address, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!answer.IsSuccessStatusCode) return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            await using var content = await answer.Content.ReadAsStreamAsync(cancel);
            var isCover = awaited.Kind is FileKind.Cover;
            var (file, why) = await files.PutAsync(content, isCover ? MostOfCover : MostOfPdf, cancel);
            if (file is null) return why;
            if (file.Type.StartsWith("image/", StringComparison.Ordinal) != isCover) return "wrong_type";
            await publications.AttachAsync(awaited.Publication, awaited.Kind, file, cancel);
            return "";
        }
        catch (Exception away) when (away is HttpRequestException or IOException) { return "away"; }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested) { return "timeout"; }
    }
}
