namespace Pst.Domain;

/// <summary>What the next decision about a request for a softcopy must know.</summary>
public abstract record SoftcopyRequest
{
    public sealed record NotAsked : SoftcopyRequest;
    public sealed record Waiting : SoftcopyRequest;
    public sealed record Ready : SoftcopyRequest;
    public sealed record Given(DateTimeOffset Until, int Fetched, bool IsRated = false) : SoftcopyRequest;
    public sealed record Declined(bool IsRated = false) : SoftcopyRequest;
    public sealed record Expired : SoftcopyRequest;
    public sealed record CalledBack : SoftcopyRequest;

    public static SoftcopyRequest Initial { get; } = new NotAsked();

    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static SoftcopyRequest Evolve(SoftcopyRequest request, SoftcopyEvent happened) => (request, happened) switch
    {
        (NotAsked, SoftcopyAsked) => new Waiting(),
        (Waiting or Ready, SoftcopyPrepared) => new Ready(),
        (Waiting or Ready, SoftcopyDeclined) => new Declined(),
        (Ready, SoftcopyDelivered it) => new Given(it.Until, 0),
        (Given given, SoftcopyFetched) => given with { Fetched = given.Fetched + 1 },
        (Given given, SoftcopyRated) => given with { IsRated = true },
        (Declined, SoftcopyRated) => new Declined(IsRated: true),
        (Given, SoftcopyExpired) => new Expired(),
        (Given, SoftcopyCalledBack) => new CalledBack(),
        _ => throw new InvalidDataException($"{happened} cannot follow {request}."),
    };

    private SoftcopyRequest() { }
}
