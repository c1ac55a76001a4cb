using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Pst.Web.Sound;

/// <summary>Sound as a WAV file holds it (RIFF, PCM): one channel, 16 bits a sample.</summary>
/// <param name="Rate">Samples a second.</param>
public sealed record Wave(int Rate, short[] Samples)
{
    const int HeaderLength = 44, SampleLength = sizeof(short);

    /// <summary>Reads what a speech program streams: its header does not know yet how long the sound will be.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static Wave Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("RIFF"u8) || !file[36..].StartsWith("data"u8)
            || BinaryPrimitives.ReadInt32LittleEndian(file[20..]) != 0x10001 // PCM, one channel
            || BinaryPrimitives.ReadInt16LittleEndian(file[34..]) != 8 * SampleLength)
            throw new InvalidDataException("No WAV file of one channel and 16 bits.");
        return new(BinaryPrimitives.ReadInt32LittleEndian(file[24..]), MemoryMarshal.Cast<byte, short>(file[HeaderLength..]).ToArray());
    }

    /// <summary>This one and then the other, which has the same rate.</summary>
    public Wave Then(Wave other) => this with { Samples = [.. Samples, .. other.Samples] };

    /// <summary>Nothing to hear for a while.</summary>
    public static Wave Silence(int rate, TimeSpan length) => new(rate, new short[(int)(rate * length.TotalSeconds)]);

    public byte[] ToFile()
    {
        var sound = MemoryMarshal.AsBytes(Samples.AsSpan());
        var file = new byte[HeaderLength + sound.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(20), 0x10001);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate * SampleLength);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), SampleLength);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 8 * SampleLength);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), sound.Length);
        sound.CopyTo(file.AsSpan(HeaderLength));
        return file;
    }
}
