using System.Buffers.Binary;
using Microsoft.Extensions.Logging.Abstractions;
using Pst.Domain;
using Pst.Web.Sound;

namespace Pst.Web.Tests.Sound;

public sealed class SoundTests
{
    [Theory]
    [InlineData("PS-007", "1", "Nomor antrean pe es, nol nol tujuh. Silakan ke meja satu.")]
    [InlineData("KS-1234", "12", "Nomor antrean ka es, satu dua tiga empat. Silakan ke meja 12.")]
    [InlineData("RS-090", "B", "Nomor antrean er es, nol sembilan nol. Silakan ke meja be.")]
    [InlineData("PJ-003", "Konsultasi [[x]] <2>", "Nomor antrean pe je, nol nol tiga. Silakan ke meja Konsultasi   x    2.")]
    public void A_call_is_spelled_as_it_is_spoken(string ticket, string desk, string sentence) =>
        Announcement.Of(Ticket.Parse(ticket, null), new(desk)).ShouldBe(sentence);

    [Fact]
    public async Task A_call_is_a_chime_and_then_the_words_in_a_file_that_tells_its_length()
    {
        Speech.IsInstalled.ShouldBeTrue("run `sudo apt-get install espeak-ng`");
        using var sounds = new CallSounds(new Speech(NullLogger<Speech>.Instance));

        var file = await sounds.OfAsync(new(ServiceCode.PS, 7), new("1"), default);

        var sound = Wave.Read(file);
        var chime = Chime.At(sound.Rate);
        sound.Samples.Take(chime.Samples.Length).ShouldBe(chime.Samples);
        (sound.Samples.Length - chime.Samples.Length).ShouldBeGreaterThan(3 * sound.Rate, "seconds of speech");
        sound.Samples.Skip(chime.Samples.Length).Max().ShouldBeGreaterThan((short)3000, "it is loud enough to be heard");
        BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)).ShouldBe(file.Length - 8);
        BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)).ShouldBe(file.Length - 44);
    }

    [Fact]
    public async Task The_same_call_is_made_once()
    {
        using var sounds = new CallSounds(new Speech(NullLogger<Speech>.Instance));
        var first = await sounds.OfAsync(new(ServiceCode.PS, 7), new("1"), default);
        (await sounds.OfAsync(new(ServiceCode.PS, 7), new("1"), default)).ShouldBeSameAs(first);
        (await sounds.OfAsync(new(ServiceCode.PS, 7), new("2"), default)).ShouldNotBe(first);
    }

    [Fact]
    public void What_is_no_such_file_is_not_played() =>
        Should.Throw<InvalidDataException>(() => Wave.Read("RIFF but no sound, however long the text may be"u8));
}
