using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pst.Domain;
using Pst.Proof;

namespace Pst.Web.Writing;

/// <summary>
/// The key that lies outside the database: hashes made with it tell a database thief nothing about who came or what was sent.
/// </summary>
public sealed class EdgeKeys(byte[] key)
{
    const int SealLength = 14, OfficeLength = sizeof(ushort), NameLength = OfficeLength + 16, SecretLength = 10;

    // Neither 0 nor O, neither 1 nor I: it is read from paper.
    const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    readonly byte[] contacts = Derived(key, "contact"), contents = Derived(key, "content");

    /// <summary>By which the same person is known again in one office; not across offices.</summary>
    public byte[] ContactHash(OfficeCode office, string contact) =>
        HMACSHA256.HashData(contacts, Encoding.UTF8.GetBytes($"{office}\n{contact}"));

    /// <summary>By which an address is known for which an account was asked, or is; in no office.</summary>
    public byte[] AccountHash(EmailAddress email) => HMACSHA256.HashData(contacts, Encoding.UTF8.GetBytes($"account\n{email}"));

    /// <summary>The same as the name under which a visitor's account signs in: nobody reads the address from it.</summary>
    public string AccountName(EmailAddress email) => Convert.ToHexStringLower(AccountHash(email));

    /// <summary>A command's id from what the caller named it, with the digest of what it says.</summary>
    /// <param name="name">8–64 printable characters.</param>
    /// <param name="path">Where it was sent.</param>
    public CommandId CommandId(string name, string path, ReadOnlySpan<byte> content) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true),
            HMACSHA256.HashData(contents, (byte[])[.. Encoding.UTF8.GetBytes(path), 0, .. content]));

    /// <summary>The bytes as text for an address, sealed so that nobody makes one up; they can be read by all.</summary>
    /// <param name="purpose">What it is for: sealed for one, it is good for no other.</param>
    public string Seal(string purpose, ReadOnlySpan<byte> content) => Base64Url.EncodeToString([.. content, .. SealOf(purpose, content)]);

    /// <summary>What was sealed for this purpose; null for anything else.</summary>
    public byte[]? Unseal(string purpose, string text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text, out var length) || length <= SealLength) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return CryptographicOperations.FixedTimeEquals(SealOf(purpose, bytes.AsSpan(..^SealLength)), bytes.AsSpan(^SealLength..))
            ? bytes[..^SealLength] : null;
    }

    /// <summary>The same for one thing of an office.</summary>
    public string Seal(string purpose, OfficeCode office, Guid thing) => Seal(purpose, Named(office, thing));

    /// <summary>The thing that was sealed for this purpose; null for anything else.</summary>
    public (OfficeCode Office, Guid Thing)? UnsealThing(string purpose, string text) =>
        Unseal(purpose, text) is { Length: NameLength } named ? Read(named) : null;

    /// <summary>The same, good until a moment.</summary>
    public string Seal(string purpose, OfficeCode office, Guid thing, DateTimeOffset until)
    {
        var named = new byte[NameLength + sizeof(long)];
        Named(office, thing).CopyTo(named, 0);
        BinaryPrimitives.WriteInt64BigEndian(named.AsSpan(NameLength), until.UtcTicks);
        return Seal(purpose, named);
    }

    /// <summary>The thing that was sealed so for this purpose; null for anything else, and when its time has passed.</summary>
    public (OfficeCode Office, Guid Thing)? UnsealThing(string purpose, string text, DateTimeOffset now) =>
        Unseal(purpose, text) is { Length: NameLength + sizeof(long) } named
            && BinaryPrimitives.ReadInt64BigEndian(named.AsSpan(NameLength)) > now.UtcTicks ? Read(named) : null;

    /// <summary>What somebody types who is to be let in to one thing of an office: ten letters, made by nobody else.</summary>
    public string Secret(string purpose, OfficeCode office, Guid thing) =>
        string.Concat(HMACSHA256.HashData(Derived(key, $"{purpose}/secret"), Named(office, thing)).Take(SecretLength)
            .Select(it => Letters[it % Letters.Length]));

    /// <summary>The pair of keys for what an office's kiosks keep; the public one goes to the kiosks, the other nowhere.</summary>
    public ECDiffieHellman KioskKeys(OfficeCode office) =>
        ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Derived(key, $"kiosk/{office}") });

    /// <summary>A key of its own for what is sealed elsewhere.</summary>
    public byte[] Own(string purpose) => Derived(key, $"own/{purpose}");

    /// <summary>The key by which the log is signed until another one takes over.</summary>
    public SigningKey FirstLogKey() => SigningKey.Of(Derived(key, "log"));

    static (OfficeCode, Guid) Read(ReadOnlySpan<byte> named) =>
        (new($"{BinaryPrimitives.ReadUInt16BigEndian(named):0000}"), new(named[OfficeLength..NameLength], bigEndian: true));

    static byte[] Named(OfficeCode office, Guid thing)
    {
        var named = new byte[NameLength];
        BinaryPrimitives.WriteUInt16BigEndian(named, ushort.Parse(office.Value, CultureInfo.InvariantCulture));
        thing.TryWriteBytes(named.AsSpan(OfficeLength), bigEndian: true, out _);
        return named;
    }

    ReadOnlySpan<byte> SealOf(string purpose, ReadOnlySpan<byte> content) =>
        HMACSHA256.HashData(Derived(key, purpose), content).AsSpan(..SealLength);

    static byte[] Derived(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}

/// <summary>A command's id in its office, and a keyed digest of its content by which other content under the same id is known.</summary>
public readonly record struct CommandId(Guid Value, byte[] Digest);
