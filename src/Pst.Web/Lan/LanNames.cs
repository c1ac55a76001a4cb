using System.Formats.Asn1;
using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography.X509Certificates;

namespace Pst.Web.Lan;

/// <summary>How a machine is called on its own network.</summary>
public sealed record LanNames(IReadOnlyList<string> Hosts, IReadOnlyList<IPAddress> Addresses)
{
    const string NameConstraints = "2.5.29.30";
    const string Local = "local"; // multicast DNS, RFC 6762

    static readonly string[] Domains = ["localhost", Local, "lan", Environment.MachineName.ToLowerInvariant()];

    // What is routed on no public network: RFC 1918, 3927, 4193, 4291.
    static readonly IPNetwork[] Networks =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("::1/128"),
    ];

    /// <summary>This machine's, as its network cards have them now.</summary>
    public static LanNames Mine()
    {
        var name = Environment.MachineName.ToLowerInvariant();
        var addresses = NetworkInterface.GetAllNetworkInterfaces().Where(it => it.OperationalStatus == OperationalStatus.Up)
            .SelectMany(it => it.GetIPProperties().UnicastAddresses)
            .Select(it => new IPAddress(it.Address.GetAddressBytes())); // without a zone
        return new([name, $"{name}.{Local}", "localhost"], [.. addresses.Where(IsLocal).Distinct()]);
    }

    public static bool IsLocal(IPAddress address) => Networks.Any(it => it.Contains(address));

    /// <summary>Keeps a certificate authority to these names and networks: permitted subtrees of RFC 5280, 4.2.1.10.</summary>
    internal static X509Extension Constraint()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var domain in Domains)
                Permit(() => writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, new(TagClass.ContextSpecific, 2)));
            foreach (var network in Networks) Permit(() => writer.WriteOctetString(Bytes(network), new(TagClass.ContextSpecific, 7)));
        }
        return new(NameConstraints, writer.Encode(), critical: true);

        void Permit(Action write)
        {
            using var subtree = writer.PushSequence();
            write();
        }
    }

    // The address and its mask.
    static byte[] Bytes(IPNetwork network)
    {
        var address = network.BaseAddress.GetAddressBytes();
        var mask = address.Select((_, index) => (byte)(0xFF00 >> Math.Clamp(network.PrefixLength - index * 8, 0, 8)));
        return [.. address, .. mask];
    }
}
