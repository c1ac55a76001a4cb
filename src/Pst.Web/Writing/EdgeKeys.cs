using System.Security.Cryptography;
using System.Text;
using Pst.Domain;

namespace Pst.Web.Writing;

/// <summary>The key that lies outside the database: hashes made with it tell a database thief nothing about who came or what was sent.</summary>
public sealed class EdgeKeys(byte[] key)
{
    readonly byte[] contacts = Derived(key, "contact"), contents = Derived(key, "content");

    /// <summary>By which the same person is known again in one office; not across offices.</summary>
    public byte[] ContactHash(OfficeCode office, string contact) => HMACSHA256.HashData(contacts, Encoding.UTF8.GetBytes($"{office}\n{contact}"));

    /// <summary>A command's id from what the caller named it, with the digest of what it says.</summary>
    /// <param name="name">8–64 printable characters.</param>
    /// <param name="path">Where it was sent.</param>
    public CommandId CommandId(string name, string path, ReadOnlySpan<byte> content) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true),
            HMACSHA256.HashData(contents, (byte[])[.. Encoding.UTF8.GetBytes(path), 0, .. content]));

    static byte[] Derived(byte[] key, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}

/// <summary>A command's id in its office, and a keyed digest of its content by which other content under the same id is known.</summary>
public readonly record struct CommandId(Guid Value, byte[] Digest);
