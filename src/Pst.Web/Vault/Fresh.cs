using System.Security.Cryptography;
using System.Text;

namespace Pst.Web.Vault;

/// <summary>Where ids and the salts of commitments come from.</summary>
public sealed record Fresh(Func<Guid> NewId, Func<byte[]> NewSalt)
{
    /// <summary>Nobody can guess them.</summary>
    public static Fresh Secret { get; } = new(Guid.CreateVersion7, Commitment.NewSalt);

    /// <summary>The same ones each time, for people who do not exist: whoever knows the seed knows them.</summary>
    public static Fresh Of(string seed)
    {
        var count = 0L;
        byte[] Next() => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{++count}"));
        return new(() => new(Next().AsSpan(0, 16), bigEndian: true), () => Next()[..Commitment.SaltLength]);
    }
}

/// <summary>What of a command goes into the vault.</summary>
sealed class KeptEntries(Fresh fresh)
{
    readonly List<VaultEntry> entries = [];

    public IReadOnlyList<VaultEntry> Entries => entries;

    public byte[] NewSalt() => fresh.NewSalt();

    public void Add(VaultEntry entry) => entries.Add(entry);

    /// <summary>The reference to the text.</summary>
    public Guid Add(string text)
    {
        var kept = new VaultEntry.Text(text, fresh.NewSalt());
        entries.Add(kept);
        return kept.Id;
    }
}
