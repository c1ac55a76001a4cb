using System.Text.Json.Serialization;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>A request for a softcopy as its events tell it. Who gets it and what was written lies in the vault.</summary>
/// <param name="File">What was prepared last; null before.</param>
/// <param name="Until">The delivery link's last moment; null before it is delivered.</param>
/// <param name="EndedAt">When it was declined or called back, or its link ended.</param>
/// <param name="Rated">How it was judged; null where nobody did.</param>
public sealed record SoftcopyRow(
    SoftcopyAsked Asked, DateTimeOffset AskedAt, SoftcopyFile? File, DateTimeOffset? DeliveredAt, DateTimeOffset? Until, int Fetched,
    Guid? DeclinedFor, DateTimeOffset? EndedAt, long Version,
    SoftcopyRated? Rated = null, DateTimeOffset? RatedAt = null, Guid? CalledBackFor = null)
{
    /// <summary>The office has still to do something.</summary>
    [JsonIgnore] public bool IsOpen => DeliveredAt is null && EndedAt is null;

    [JsonIgnore] public SoftcopyStage Stage =>
        DeclinedFor is not null ? SoftcopyStage.Declined
        : CalledBackFor is not null ? SoftcopyStage.CalledBack
        : EndedAt is not null ? SoftcopyStage.Expired
        : DeliveredAt is not null ? SoftcopyStage.Delivered
        : File is not null ? SoftcopyStage.Prepared
        : SoftcopyStage.Asked;

    /// <summary>What the office wrote when it declined it or called it back.</summary>
    [JsonIgnore] public Guid? Reason => DeclinedFor ?? CalledBackFor;

    [JsonIgnore] public DateTimeOffset? CalledBackAt => CalledBackFor is null ? null : EndedAt;

    /// <summary>It came to an answer that can be judged, and was not yet.</summary>
    [JsonIgnore] public bool MayBeRated => Rated is null && Stage is SoftcopyStage.Delivered or SoftcopyStage.Declined;

    public bool IsOverdue(DateOnly today) => IsOpen && Asked.Due < today;

    /// <summary>The row after one more event of its request.</summary>
    public static SoftcopyRow? After(SoftcopyRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, SoftcopyAsked it) => new(it, stored.Envelope.Occurred, null, null, null, 0, null, null, stored.Version),
        ({ } known, SoftcopyEvent it) => known.After(it, stored.Envelope.Occurred) with { Version = stored.Version },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };

    SoftcopyRow After(SoftcopyEvent happened, DateTimeOffset at) => happened switch
    {
        SoftcopyPrepared it => this with { File = it.File },
        SoftcopyDelivered it => this with { DeliveredAt = at, Until = it.Until },
        SoftcopyFetched => this with { Fetched = Fetched + 1 },
        SoftcopyDeclined it => this with { DeclinedFor = it.Reason, EndedAt = at },
        SoftcopyExpired => this with { EndedAt = at },
        SoftcopyCalledBack it => this with { CalledBackFor = it.Reason, EndedAt = at },
        SoftcopyRated it => this with { Rated = it, RatedAt = at },
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };
}

/// <summary>How far a request for a softcopy has come.</summary>
public enum SoftcopyStage { Asked, Prepared, Delivered, Declined, Expired, CalledBack }
