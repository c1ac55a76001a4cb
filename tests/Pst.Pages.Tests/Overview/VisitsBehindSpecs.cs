using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Overview;

namespace Pst.Pages.Tests.Overview;

/// <summary>What an address says of the visits behind a figure.</summary>
public sealed class VisitsBehindSpecs
{
    public static TheoryData<VisitsBehind> All =>
    [
        new(), new(Figure.Missed), new(By: VisitGrouping.Purpose, Code: 4), new(By: VisitGrouping.Age),
        new(Weekday: DayOfWeek.Sunday, Hour: 0),
        new(Wait: new(0, 60)), new(Wait: new(660, null)), new(Sheets: new(9, 10)), new(Status: VisitStatus.InService),
        new(Figure.LateVisits, VisitGrouping.InstitutionKind, 9, DayOfWeek.Monday, 15, new(60, 120), new(10, null), VisitStatus.Departed),
    ];

    [Theory, MemberData(nameof(All))]
    public void It_is_read_as_it_was_written(VisitsBehind which) => VisitsBehind.Of(Read(which.Query)).ShouldBe(which);

    [Theory]
    [InlineData("angka=ratings")]
    [InlineData("angka=Missed")]
    [InlineData("menurut=day")]
    [InlineData("menurut=purpose&nilai=0")]
    [InlineData("nilai=1")]
    [InlineData("hari=7")]
    [InlineData("jam=24")]
    [InlineData("tunggu=60")]
    [InlineData("tunggu=120-60")]
    [InlineData("tunggu=-60-")]
    [InlineData("lembar=a-b")]
    [InlineData("keadaan=gone")]
    public void What_cannot_be_understood_or_is_not_told_is_nothing(string query) => VisitsBehind.Of(Read(query)).ShouldBeNull();

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(60.1, false)]
    public void The_first_stretch_holds_what_took_no_time_and_its_end(double seconds, bool isHeld) =>
        new Stretch(0, 60).Holds(seconds).ShouldBe(isHeld);

    [Theory]
    [InlineData(60, false)]
    [InlineData(60.1, true)]
    public void The_next_one_begins_after_it(double seconds, bool isHeld) => new Stretch(60, null).Holds(seconds).ShouldBe(isHeld);

    static QueryCollection Read(string query) => new(QueryHelpers.ParseQuery(query));
}
