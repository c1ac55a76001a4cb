using System.Diagnostics;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Bench;

/// <summary>
/// Figures of a month of one office and of the country's year, in a table with as many days as 550 offices have in a year (40 million
/// events): each is a copy of one real day.
/// </summary>
sealed class FigureReads(Country country)
{
    const int Offices = 550, Months = 40, Years = 5;

    static readonly DateOnly First = new(2025, 1, 1), Last = new(2025, 12, 31);

    public async Task<IReadOnlyList<Amount>> RunAsync()
    {
        var settings = await country.Get<Pst.Web.Writing.OfficeMemory>().FindAsync(country.Offices[0], CancellationToken.None);
        await FillAsync();
        var statistics = country.Get<Statistics>();
        var month = await TimesAsync(Months, it => statistics.OfAsync(
            country.Offices[it], settings!, First, First.AddMonths(1).AddDays(-1), null, DateTimeOffset.UtcNow, CancellationToken.None));
        var year = await TimesAsync(Years, _ => statistics.NationalAsync(First, Last, null, DateTimeOffset.UtcNow, CancellationToken.None));
        return
        [
            new("office-month-p95", month[(month.Length * 95 + 99) / 100 - 1], "ms", 200),
            new("national-year", year[year.Length / 2], "ms", 1000, $"{Offices} offices, 365 days each"),
        ];
    }

    async Task FillAsync()
    {
        var standing = (await country.Get<ProjectionRunner>().Progress.AllAsync(CancellationToken.None))
            .Single(it => it.Name == Visits.Projection.Name && it.Serves);
        var table = $"read.visits_{standing.Generation}_days";
        await using var fill = country.Owner.CreateCommand($"""
            create temp table model as select * from {table} limit 1;
            insert into {table} select (new).* from (
                select jsonb_populate_record(m, jsonb_build_object('tenant_id', to_char(office, 'FM0000'), 'day', local::date)) as new
                from model m, generate_series(1, {Offices}) office,
                    generate_series('2025-01-01'::date, '2025-12-31', interval '1 day') local) made
            on conflict do nothing;
            drop table model;
            """);
        fill.CommandTimeout = 0;
        await fill.ExecuteNonQueryAsync();
        await using var vacuum = country.Owner.CreateCommand($"vacuum analyze {table}");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    // The first one, which makes the plan and warms the table, is left out.
    static async Task<double[]> TimesAsync(int times, Func<int, Task> read)
    {
        await read(0);
        var took = new List<double>();
        for (var it = 0; it < times; it++)
        {
            var started = Stopwatch.GetTimestamp();
            await read(it);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return [.. took.Order()];
    }
}
