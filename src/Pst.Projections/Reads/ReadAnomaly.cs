namespace Pst.Projections;

/// <summary>What about somebody's looks is unusual. It proves nothing: somebody should ask.</summary>
public enum ReadAnomalyKind { ManyAtOnce, OutsideHours, NoVisit, Rise }

/// <summary>Looks of one reader, or at one device, that somebody should ask about.</summary>
/// <param name="Subject">The reader, or the device where several readers share it.</param>
/// <param name="Count">How many visitors' data; of looks outside the hours how many looks.</param>
/// <param name="Usual">What is usual for this reader on a day; null where that is not what it is measured by.</param>
public sealed record ReadAnomaly(
    ReadAnomalyKind Kind, string Subject, bool IsDevice, DateTimeOffset From, DateTimeOffset To, int Count, int? Usual = null)
{
    /// <summary>The same anomaly has the same name however often it is found, also while it grows.</summary>
    public string Name => $"reads/{Kind}/{Subject}/{From.UtcDateTime:yyyyMMddHHmm}";
}

/// <summary>From where on looks are unusual.</summary>
/// <param name="Many">So many visitors' data ...</param>
/// <param name="Within">... within so long.</param>
/// <param name="Margin">The office is prepared and put away before and after its hours.</param>
/// <param name="Days">A visitor who is served was here within so many days.</param>
/// <param name="Least">No rise is below so many on a day.</param>
/// <param name="Times">A rise is so many times what is usual.</param>
public sealed record ReadLimits(int Many, TimeSpan Within, TimeSpan Margin, int Days, int Least, int Times)
{
    public static readonly ReadLimits Usual = new(30, TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), 7, 20, 3);

    /// <summary>How far back it is known what is usual for somebody, and on how many days it takes.</summary>
    public const int UsualDays = 28, LeastDays = 5;
}
