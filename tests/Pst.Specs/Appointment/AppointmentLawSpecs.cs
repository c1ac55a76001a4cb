using FsCheck;
using FsCheck.Fluent;
using static Pst.Domain.AppointmentCommand;

namespace Pst.Domain.Specs;

/// <summary>What holds however people make, move and cancel their appointments.</summary>
public sealed class AppointmentLawSpecs
{
    const int Many = 12;

    static readonly DateTimeOffset Now = Zone.Jakarta.At(new(2026, 3, 2), new(9, 0));

    // Few slots, so that they fill; some in the break or on a Saturday.
    static readonly Gen<AppointmentSlot> AnySlot =
        from day in Gen.Elements(3, 7)
        from start in Gen.Elements("08:00", "11:30", "12:00")
        select new AppointmentSlot(new(2026, 3, day), TimeOnly.Parse(start, null));

    static readonly Gen<AppointmentCommand> AnyCommand = Gen.Frequency(
        (4, AnySlot.Select(it => (AppointmentCommand)new Make(it))), (3, AnySlot.Select(it => (AppointmentCommand)new Move(it))),
        (1, Gen.Constant((AppointmentCommand)new Cancel(AppointmentSide.Visitor, null))));

    static readonly Gen<(int Places, (int Who, AppointmentCommand Command)[] Asked)> AnyDay =
        from places in Gen.Choose(0, 3)
        from asked in (from who in Gen.Choose(0, Many - 1) from command in AnyCommand select (who, command)).ArrayOf(60)
        select (places, asked);

    [Fact]
    public void No_slot_ever_holds_more_than_its_places_and_no_place_is_given_twice() => Law.HoldsFor(AnyDay, day =>
    {
        var hours = new ServiceHours(OfficeFiles.Metro.Local, Zone.Jakarta);
        var (states, held) = (new Dictionary<int, Appointment>(), new Dictionary<int, (AppointmentSlot Slot, int Place)>());
        foreach (var (who, command) in day.Asked)
        {
            AppointmentSlot? wanted = command switch { Make it => it.Slot, Move it => it.Slot, _ => null };
            int[] taken = [.. held.Values.Where(it => it.Slot == wanted).Select(it => it.Place)];
            var state = states.GetValueOrDefault(who, Appointment.Initial);
            if (AppointmentDecider.Decide(command, state, new(Now, hours, day.Places, taken))
                is not Accepted<AppointmentEvent>(var events)) continue;
            foreach (var happened in events)
            {
                states[who] = state = Appointment.Evolve(state, happened);
                held.Remove(who);
                if (happened is AppointmentMade made) held[who] = (made.Slot, made.Place);
                if (happened is AppointmentMoved moved) held[who] = (moved.Slot, moved.Place);
            }
        }
        return held.Values.Distinct().Count() == held.Count && held.Values.All(it => it.Place <= day.Places && it.Slot.IsIn(hours));
    });

    [Fact]
    public void A_slot_is_read_as_it_is_written_and_begins_at_half_hours_only()
    {
        foreach (var slot in AppointmentSlot.Of(new(2026, 3, 3))) AppointmentSlot.Parse(slot.ToString(), null).ShouldBe(slot);
        foreach (var text in (string[])["2026-03-03T09:15", "2026-03-03", "2026-03-03T24:00", "2026-03-03 09:30", ""])
            AppointmentSlot.TryParse(text, null, out _).ShouldBeFalse(text);
    }
}
