using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pst.Domain;

namespace Pst.Web.Writing;

/// <summary>The key that lies outside the database: hashes made with it tell a database thief nothing about who came or what was sent.</summary>
public sealed class EdgeKeys(byte[] key)
{
    const int OfficeLength = 2, VisitLength = 16, SealLength = 14;

    readonly byte[] contacts = Derived(key, "contact"), contents = Derived(key, "content"), tickets = Derived(key, "ticket");

    /// <summary>By which the same person is known again in one office; not across offices.</summary>
    public byte[] ContactHash(OfficeCode office, string contact) => HMACSHA256.HashData(contacts, Encoding.UTF8.GetBytes($"{office}\n{contact}"));

    /// <summary>A command's id from what the caller named it, with the digest of what it says.</summary>
    /// <param name="name">8–64 printable characters.</param>
    /// <param name="path">Where it was sent.</param>
    public CommandId CommandId(string name, string path, ReadOnlySpan<byte> content) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true),
            HMACSHA256.HashData(contents, (byte[])[.. Encoding.UTF8.GetBytes(path), 0, .. content]));

    /// <summary>What lets whoever holds it follow one visit: which one, sealed, so that nobody makes one up. It says nothing of a person.</summary>
    public string TicketToken(OfficeCode office, VisitId visit)
    {
        byte[] named = [.. BitConverter.GetBytes(ushort.Parse(office.Value, CultureInfo.InvariantCulture)), .. visit.Value.ToByteArray()];
        return Base64Url.EncodeToString([.. named, .. Seal(named)]);
    }

    /// <summary>The visit that a token is of; null for one that was not made here.</summary>
    public (OfficeCode Office, VisitId Visit)? VisitOf(string token)
    {
        Span<byte> bytes = stackalloc byte[OfficeLength + VisitLength + SealLength];
        if (!Base64Url.IsValid(token, out var length) || length != bytes.Length) return null;
        Base64Url.DecodeFromChars(token, bytes);

        var named = bytes[..(OfficeLength + VisitLength)];
        if (!CryptographicOperations.FixedTimeEquals(Seal(named), bytes[named.Length..])) return null;
        return (new($"{BitConverter.ToUInt16(named):0000}"), new(new Guid(named[OfficeLength..])));
    }

    byte[] Seal(ReadOnlySpan<byte> named) => HMACSHA256.HashData(tickets, named)[..SealLength];

    static byte[] Derived(byte[] key, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}

/// <summary>A command's id in its office, and a keyed digest of its content by which other content under the same id is known.</summary>
public readonly record struct CommandId(Guid Value, byte[] Digest);
