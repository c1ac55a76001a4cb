using Pst.EventStore;

namespace Pst.Bench;

/// <summary>Whole commands and stream reads, each at 1, 8 and 32 clients.</summary>
static class Speeds
{
    static readonly (int Clients, int Operations)[] Loads = [(1, 600), (8, 2400), (32, 2400)];

    public static async IAsyncEnumerable<Ratio> MeasureAsync(Country country, Layout layout)
    {
        var floor = await Task.WhenAll(Enumerable.Range(0, Loads[^1].Clients).Select(_ => FloorClient.ConnectAsync(country.Owner)));
        foreach (var (clients, operations) in Loads)
            yield return await CommandsAsync(new($"command-{clients}", clients, operations, 0.8), country, layout.ToWrite, floor);
        foreach (var (clients, operations) in Loads)
            yield return await ReadsAsync(new($"read-{clients}", clients, operations * 3, 0.9), country, layout.ToRead, floor);
        foreach (var client in floor)
            await client.DisposeAsync();
    }

    static Task<Ratio> CommandsAsync(Race race, Country country, IReadOnlyList<PastVisit> visits, FloorClient[] floor)
    {
        var (commands, turn) = (new Commands(country, race.Name), -1);
        return race.RunAsync(
            _ => commands.SendAsync(Next(visits, ref turn)),
            client => floor[client].SendAsync(Next(visits, ref turn)));
    }

    static Task<Ratio> ReadsAsync(Race race, Country country, IReadOnlyList<PastVisit> visits, FloorClient[] floor)
    {
        var (streams, turn) = (country.Get<Streams>(), -1);
        return race.RunAsync(
            async _ =>
            {
                var visit = Next(visits, ref turn);
                await streams.ReadAsync(visit.Office.Value, visit.Id.Value, CancellationToken.None);
            },
            client => floor[client].ReadAsync(Next(visits, ref turn)));
    }

    static PastVisit Next(IReadOnlyList<PastVisit> visits, ref int turn) => visits[Interlocked.Increment(ref turn) % visits.Count];
}
