using System.Text.Json.Serialization;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>One look at one visitor's data, as it was recorded.</summary>
/// <param name="Reader">Who looked, as the envelope has it: an account, a program's key, a device.</param>
/// <param name="Role">In which role; null where that was not told.</param>
/// <param name="What">Null in what was recorded before it was asked; so is why.</param>
/// <param name="ReasonRef">The typed reason, in the vault.</param>
/// <param name="Visit">That it was about, where it was about one.</param>
public sealed record ReadRow(
    VisitorId Visitor, DateTimeOffset At, string Reader, string? Role, string? Device, Seen? What, SeenFor? Purpose, Guid? ReasonRef,
    VisitId? Visit)
{
    /// <summary>
    /// Somebody did something to see it: what stands on a screen by itself, such as the tail of a held card, is no sign of curiosity.
    /// </summary>
    [JsonIgnore]
    public bool IsDeliberate =>
        What is not (Seen.OwnData or Seen.SurveyList or Seen.InsideList)
        && (What is not (Seen.CardTail or Seen.Reasons) || ReasonRef is not null);

    internal static ReadRow Of(StoredEvent stored)
    {
        var seen = (DetailsSeen)stored.Data;
        return new(
            new(stored.Stream), stored.Envelope.Occurred, stored.Envelope.Actor, stored.Envelope.Role, stored.Envelope.Device, seen.What,
            seen.Purpose, seen.ReasonRef, seen.Visit);
    }
}

/// <summary>A look with its office and its place in the log.</summary>
public sealed record ReadLine(OfficeCode Office, long Position, ReadRow Row);

/// <summary>Which looks are asked for; what is null lets all through.</summary>
/// <param name="Office">Null for all offices: for those alone who belong to none.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Whose">All records of one person.</param>
/// <param name="Before">The position of the last line of the page before.</param>
/// <param name="WithWords">
/// Whether looks at what visitors wrote are among them; with them it could be told whose a rating is.
/// </param>
public sealed record ReadFilter(
    OfficeCode? Office, DateTimeOffset From, DateTimeOffset To, string? Reader = null, string? Device = null,
    IReadOnlyCollection<VisitorId>? Whose = null, Seen? What = null, SeenFor? Purpose = null, long? Before = null, bool WithWords = true);
