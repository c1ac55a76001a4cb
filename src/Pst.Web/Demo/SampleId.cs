using System.Security.Cryptography;
using System.Text;

namespace Pst.Web.Demo;

/// <summary>Ids that follow from what they name: the same demo made again has the same ones.</summary>
internal static class SampleId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"demo/{name}")).AsSpan(0, 16), bigEndian: true);
}
