using System.Buffers.Binary;
using System.Globalization;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Monthly;

/// <summary>
/// The address on a report's paper, as its QR code holds it: which month of which office, up to which position, and what its figures are
/// known by. It is sealed, so that nobody asks for what was not handed in.
/// </summary>
public sealed class ProofLinks(EdgeKeys keys)
{
    const string Purpose = "month report";
    const int OfficeAt = 0, YearAt = 2, MonthAt = 4, PositionAt = 5, DigestAt = 13;

    /// <summary>Under the program's own address.</summary>
    public string PathOf(MonthReport report)
    {
        Span<byte> named = stackalloc byte[DigestAt + report.Digest.Length];
        BinaryPrimitives.WriteUInt16BigEndian(named[OfficeAt..], ushort.Parse(report.Code.Value, CultureInfo.InvariantCulture));
        BinaryPrimitives.WriteUInt16BigEndian(named[YearAt..], (ushort)report.Month.Year);
        named[MonthAt] = (byte)report.Month.Month;
        BinaryPrimitives.WriteInt64BigEndian(named[PositionAt..], report.Computed.Position);
        report.Digest.CopyTo(named[DigestAt..]);
        return $"/bukti/{keys.Seal(Purpose, named)}";
    }

    /// <summary>What a paper says of itself; null for what no paper says.</summary>
    public Proven? Read(string code) => keys.Unseal(Purpose, code) is not { Length: > DigestAt } named ? null : new(
        new($"{BinaryPrimitives.ReadUInt16BigEndian(named.AsSpan(OfficeAt)):0000}"),
        ReportPeriod.Of(PeriodKind.Month, new(BinaryPrimitives.ReadUInt16BigEndian(named.AsSpan(YearAt)), named[MonthAt], 1)),
        BinaryPrimitives.ReadInt64BigEndian(named.AsSpan(PositionAt)), named[DigestAt..]);
}

/// <param name="Digest">Of the figures on the paper.</param>
public sealed record Proven(OfficeCode Office, ReportPeriod Month, long Position, byte[] Digest);
