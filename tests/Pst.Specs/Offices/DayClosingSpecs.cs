using static Pst.Domain.OfficeCommand;
using static Pst.Domain.OfficeRefusal;
using static Pst.Domain.Specs.OfficeStory;

namespace Pst.Domain.Specs;

/// <summary>A day is closed with what was counted; what stays overnight, or was found and should not be there, is explained.</summary>
public sealed class DayClosingSpecs
{
    static readonly Office Metro = OfficeFiles.Metro;
    static readonly OfficeEvent[] Opened = [new OfficeOpened(Metro.Details, Metro.Local), new StandardAdopted(Metro.Standard)];
    static readonly Guid Because = new("0195a3c2-7e11-7000-8000-000000000001");
    static readonly KeptItem Bag = new(new(new("0195a3c2-7e11-7000-8000-000000000002")), 1, IdKind.Sim, new Locker("A01"));
    static readonly DrawerCount Nothing = new(0, 0, null), One = new(1, 1, null);

    [Fact]
    public void Where_nothing_is_left_nothing_is_explained() =>
        Given(Opened).When(new CloseDay(March(2), Nothing)).Then(new DayClosed(March(2), Nothing, []));

    [Fact]
    public void What_stays_is_explained()
    {
        Given(Opened).Keeping(Bag).When(new CloseDay(March(2), One)).ThenRefused(new DayNotExplained(1, 1));
        var explained = One with { Note = Because };
        Given(Opened).Keeping(Bag).When(new CloseDay(March(2), explained)).Then(new DayClosed(March(2), explained, [Bag]));
    }

    [Fact]
    public void What_the_record_has_and_nobody_finds_is_explained_too() =>
        Given(Opened).Keeping(Bag with { Card = null }).When(new CloseDay(March(2), Nothing)).ThenRefused(new DayNotExplained(0, 1));

    [Fact]
    public void So_is_what_is_found_and_stands_in_no_record() =>
        Given(Opened).When(new CloseDay(March(2), One)).ThenRefused(new DayNotExplained(0, 0));

    [Fact]
    public void At_night_nobody_counts() =>
        Given(Opened).Keeping(Bag).When(new CloseDay(March(2))).Then(new DayClosed(March(2), null, [Bag]));
}
