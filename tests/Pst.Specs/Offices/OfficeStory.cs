namespace Pst.Domain.Specs;

/// <summary>Given what happened to an office, When someone asks, Then this follows. Nobody came yet, on the second of March 2026.</summary>
internal sealed record OfficeStory(OfficeState? Office, OfficeFacts Facts)
{
    public static DateOnly March(int day) => new(2026, 3, day);

    public static OfficeStory Given(params IEnumerable<OfficeEvent> history) =>
        new(history.Aggregate((OfficeState?)null, OfficeState.Evolve), new(March(2), HasVisits: false, OccupiedLockers: []));

    public OfficeStory AfterVisits() => this with { Facts = Facts with { HasVisits = true } };
    public OfficeStory WithOccupied(params Locker[] lockers) => this with { Facts = Facts with { OccupiedLockers = lockers } };
    public OfficeStory Keeping(params KeptItem[] kept) => this with { Facts = Facts with { Kept = kept } };
    public Decision<OfficeEvent> When(OfficeCommand command) => OfficeDecider.Decide(command, Office, Facts);
}
