using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Pst.Web.Identity;

/// <summary>Makes links and codes that work once, and takes them.</summary>
public sealed class OneTimeLinks(PeopleContext people, TimeProvider clock)
{
    const string Readable = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // nothing that looks like another: no I, L, O, 0, 1
    const int CodeLength = 8; // some 40 bits: far more than the limit on tries lets anybody guess in a code's few minutes

    /// <summary>For a link: too long to type or to guess.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>For typing on a tablet.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Readable, CodeLength);

    /// <param name="link">Its hash is that of <see cref="HashOf"/>.</param>
    public async Task AddAsync(OneTimeLink link, CancellationToken cancel)
    {
        people.Links.Add(link);
        await people.SaveChangesAsync(cancel);
    }

    /// <summary>The link behind a secret, as long as it is good; it stays good.</summary>
    public Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string secret, CancellationToken cancel) =>
        Good(purpose, secret).AsNoTracking().SingleOrDefaultAsync(cancel);

    /// <summary>The same, and nobody takes it again: of two at once, one gets it.</summary>
    public async Task<OneTimeLink?> TakeAsync(LinkPurpose purpose, string secret, CancellationToken cancel)
    {
        var link = await FindAsync(purpose, secret, cancel);
        var taken = await Good(purpose, secret).ExecuteUpdateAsync(it => it.SetProperty(link => link.UsedAt, clock.GetUtcNow()), cancel);
        return taken == 1 ? link : null;
    }

    /// <summary>Ends what was made for the same purpose before and not used.</summary>
    public Task EndUnusedAsync(LinkPurpose purpose, CancellationToken cancel) =>
        people.Links.Where(it => it.Purpose == purpose && it.UsedAt == null).ExecuteDeleteAsync(cancel);

    public DateTimeOffset ExpiryAfter(TimeSpan life) => clock.GetUtcNow() + life;

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret.Trim().ToUpperInvariant()));

    IQueryable<OneTimeLink> Good(LinkPurpose purpose, string secret)
    {
        var (hash, now) = (HashOf(secret), clock.GetUtcNow());
        return people.Links.Where(it => it.Hash == hash && it.Purpose == purpose && it.UsedAt == null && it.Expires > now);
    }
}
