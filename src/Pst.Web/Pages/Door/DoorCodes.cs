using System.Buffers.Binary;
using System.Globalization;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Door;

/// <summary>
/// The code at the door changes every minute, so that only somebody who stands before it has one. Scanned in time, it becomes a pass for
/// one visit, with as long as it takes to fill in a form.
/// </summary>
public sealed class DoorCodes(EdgeKeys keys, TimeProvider clock)
{
    const string Door = "door", Visit = "pass";
    const int OfficeLength = sizeof(ushort), TimeLength = sizeof(int), VisitLength = 16;
    const int GoodFor = 3; // minutes: the one it stood there, and two to find the phone's camera

    static readonly TimeSpan FormTime = TimeSpan.FromMinutes(30);

    int Minute => (int)(clock.GetUtcNow().ToUnixTimeSeconds() / 60);

    /// <summary>The code that stands at the door now.</summary>
    public string CodeOf(OfficeCode office)
    {
        Span<byte> said = stackalloc byte[OfficeLength + TimeLength];
        Write(said, office, Minute);
        return keys.Seal(Door, said);
    }

    /// <summary>A pass for a new visit; null where the code no longer stands at the door, or never did.</summary>
    public string? PassFor(string code)
    {
        if (keys.Unseal(Door, code) is not { } said || Minute - TimeIn(said) is not (>= 0 and < GoodFor)) return null;
        Span<byte> pass = stackalloc byte[OfficeLength + TimeLength + VisitLength];
        Write(pass, OfficeIn(said), Minute + (int)FormTime.TotalMinutes);
        Guid.CreateVersion7(clock.GetUtcNow()).TryWriteBytes(pass[(OfficeLength + TimeLength)..], bigEndian: true, out _);
        return keys.Seal(Visit, pass);
    }

    /// <summary>The visit that a pass is for; null where it is over, or none.</summary>
    public DoorPass? Read(string pass) =>
        keys.Unseal(Visit, pass) is { } said && Minute <= TimeIn(said)
            ? new(pass, OfficeIn(said), new(new Guid(said.AsSpan(OfficeLength + TimeLength), bigEndian: true)))
            : null;

    static void Write(Span<byte> said, OfficeCode office, int minute)
    {
        BinaryPrimitives.WriteUInt16BigEndian(said, ushort.Parse(office.Value, CultureInfo.InvariantCulture));
        BinaryPrimitives.WriteInt32BigEndian(said[OfficeLength..], minute);
    }

    static OfficeCode OfficeIn(byte[] said) => new($"{BinaryPrimitives.ReadUInt16BigEndian(said):0000}");

    static int TimeIn(byte[] said) => BinaryPrimitives.ReadInt32BigEndian(said.AsSpan(OfficeLength));
}

/// <summary>What somebody holds who scanned the code at the door: one visit of their own.</summary>
/// <param name="Text">As it stands in the address.</param>
public sealed record DoorPass(string Text, OfficeCode Office, VisitId Visit);
