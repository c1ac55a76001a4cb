using System.Net;

namespace Pst.Web.Webhooks;

/// <summary>
/// Where events may go: to https anywhere in the world, and, where an administrator says so, to the office's own network, there also
/// without TLS. Never to what a network keeps for itself: link-local addresses, under which clouds answer with keys, and the like.
/// </summary>
public static class WebhookAddress
{
    /// <summary>In letters.</summary>
    public const int MaxLength = 500;

    static readonly IPNetwork[] Lan =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"),
    ];

    // RFC 6890 and its successors: what is nobody's host, or leads to another address in disguise; and the metadata of a cloud under fd00.
    static readonly IPNetwork[] Nowhere =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/128"), IPNetwork.Parse("::ffff:0:0/96"), IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"),
        IPNetwork.Parse("100::/64"), IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("fd00:ec2::/32"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fec0::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    /// <summary>Whether a subscription may have this address; what its name leads to is looked at when something is sent.</summary>
    /// <param name="isLan">Whether an administrator says that it lies in the office's own network.</param>
    public static bool IsSound(string text, bool isLan) =>
        text.Length <= MaxLength && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (isLan && address.Scheme == Uri.UriSchemeHttp))
        && address is { UserInfo: "", Fragment: "", Host.Length: > 0 }
        && (!IPAddress.TryParse(address.DnsSafeHost, out var named) || IsOpen(named, isLan));

    /// <summary>Whether something may be sent to this very address.</summary>
    public static bool IsOpen(IPAddress address, bool isLan)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (Nowhere.Any(it => it.Contains(plain))) return false;
        return Lan.Any(it => it.Contains(plain)) == isLan;
    }
}
