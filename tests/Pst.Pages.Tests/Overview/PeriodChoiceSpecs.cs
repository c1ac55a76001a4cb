using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pst.Domain;
using Pst.Web.Pages.Charts;

namespace Pst.Pages.Tests.Overview;

/// <summary>The period that an address names.</summary>
public sealed class PeriodChoiceSpecs
{
    static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("periode=bulan&tanggal=2026-02-15", PeriodKind.Month, "2026-02-01", "2026-02-28")]
    [InlineData("periode=minggu", PeriodKind.Week, "2026-03-09", "2026-03-15")]
    [InlineData("dari=2026-03-05&sampai=2026-03-01", PeriodKind.Free, "2026-03-01", "2026-03-05")]
    public void It_is_read(string query, PeriodKind kind, string from, string to) =>
        Tell(Of(query)).ShouldBe((kind, from, to));

    [Theory]
    [InlineData("")]
    [InlineData("dari=2026-03-05")]
    [InlineData("dari=kemarin&sampai=besok")]
    [InlineData("dari=0001-01-01&sampai=9999-12-31")]
    [InlineData("periode=abad&tanggal=2026-02-15")]
    public void What_cannot_be_understood_is_the_last_days(string query)
    {
        Tell(Of(query)).ShouldBe((PeriodKind.Free, "2026-02-09", "2026-03-10"));
        Of(query).IsUsual.ShouldBeTrue();
    }

    [Theory]
    [InlineData("periode=triwulan&tanggal=2025-11-20")]
    [InlineData("dari=2026-01-05&sampai=2026-01-20")]
    public void It_is_written_as_it_is_read(string query) => Of(Of(query).Query).Period.ShouldBe(Of(query).Period);

    [Fact]
    public void Another_kind_keeps_to_today_or_else_to_the_periods_last_day()
    {
        Of("periode=bulan").As(PeriodKind.Day).From.ShouldBe(Today);
        Of("periode=bulan&tanggal=2025-11-01").As(PeriodKind.Day).From.ShouldBe(new(2025, 11, 30));
        Of("periode=bulan").HasAfter.ShouldBeFalse("it still runs");
        Of("periode=bulan&tanggal=2026-02-01").HasAfter.ShouldBeTrue();
    }

    static PeriodChoice Of(string query) => PeriodChoice.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), Today);

    static (PeriodKind, string, string) Tell(PeriodChoice choice) =>
        (choice.Period.Kind, PeriodChoice.Spelled(choice.Period.From), PeriodChoice.Spelled(choice.Period.To));
}
