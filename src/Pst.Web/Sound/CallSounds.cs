using Microsoft.Extensions.Caching.Memory;
using Pst.Domain;

namespace Pst.Web.Sound;

/// <summary>The sounds of calls as WAV files: a chime, then the sentence. What was made is kept a while, for it is heard again.</summary>
public sealed class CallSounds(Speech speech) : IDisposable
{
    const int UsualRate = 22050;
    const long Most = 16 * 1024 * 1024; // in bytes; some forty calls

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    readonly MemoryCache made = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>Without a voice on this machine, the chime alone.</summary>
    public async Task<byte[]> OfAsync(Ticket ticket, Desk desk, CancellationToken cancel)
    {
        var sentence = Announcement.Of(ticket, desk);
        if (made.TryGetValue<byte[]>(sentence, out var known)) return known!;
        if (!Speech.IsInstalled || await speech.SayAsync(sentence, cancel) is not { } said) return Chime.At(UsualRate).ToFile();

        var file = Chime.At(said.Rate).Then(Wave.Silence(said.Rate, Pause)).Then(said).ToFile();
        return made.Set(sentence, file, new MemoryCacheEntryOptions { Size = file.Length });
    }

    public void Dispose() => made.Dispose();
}
