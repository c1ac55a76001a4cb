using System.Buffers.Binary;
using System.Globalization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>Whose data somebody may see who opened the link from their email.</summary>
public sealed record OwnDataPass(OfficeCode Office, VisitorId Visitor)
{
    /// <summary>The person, as what they do stands in the log: it names nobody.</summary>
    public Caller Caller { get; } = new("own", Role.Visitor, Office);
}

/// <summary>Keeps a pass for a while in the browser that opened the link, sealed, in a cookie that no script reads.</summary>
public sealed class OwnDataPasses(EdgeKeys keys, TimeProvider clock)
{
    /// <summary>The cookie.</summary>
    public const string Name = "pst.own";

    const string Purpose = "own-data", Path = "/data-saya";
    const int OfficeLength = sizeof(ushort), VisitorLength = 16;

    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public void Give(HttpContext http, OwnDataPass pass) => http.Response.Cookies.Append(Name, Sealed(pass), Options(http));

    /// <summary>What lets whoever holds it see these data, for a while.</summary>
    public string Sealed(OwnDataPass pass)
    {
        Span<byte> named = stackalloc byte[OfficeLength + VisitorLength + sizeof(long)];
        BinaryPrimitives.WriteUInt16BigEndian(named, ushort.Parse(pass.Office.Value, CultureInfo.InvariantCulture));
        pass.Visitor.Value.TryWriteBytes(named[OfficeLength..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(named[(OfficeLength + VisitorLength)..], (clock.GetUtcNow() + Life).UtcTicks);
        return keys.Seal(Purpose, named);
    }

    /// <summary>Null where there is none, or its time has passed.</summary>
    public OwnDataPass? Of(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } sealedPass || keys.Unseal(Purpose, sealedPass) is not { } named) return null;
        var until = BinaryPrimitives.ReadInt64BigEndian(named.AsSpan(OfficeLength + VisitorLength));
        return until <= clock.GetUtcNow().UtcTicks ? null
            : new(
                new($"{BinaryPrimitives.ReadUInt16BigEndian(named):0000}"),
                new(new Guid(named.AsSpan(OfficeLength, VisitorLength), bigEndian: true)));
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = Path, IsEssential = true,
    };
}
