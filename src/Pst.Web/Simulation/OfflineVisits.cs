using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Plans visits to the office, each from the door to the door; desks and lockers are shared by all of a day.</summary>
internal sealed partial class OfflineVisits(
    Office office, Crew crew, Habits habits, Randomizer chance, ServiceHours hours, Desks desks, FrontOffice door)
{
    const string Late = "Dicatat di kertas selama listrik padam.";

    public IReadOnlyList<Step> Plan(Guest guest)
    {
        var script = new Script(guest.Visit);
        if (guest.Turn == Turn.OnPaper) return FromPaper(script, guest);

        door.Arrive(script, guest);
        var signed = guest.At + chance.Seconds(60, 200);
        if (guest.Turn == Turn.Mistaken) script.Add(signed, crew.Supervisor, "void", new { Reason = "Tercatat dua kali di kios." });
        if (guest.Turn is Turn.Mistaken or Turn.NeverSigns) return script.Steps;

        script.Add(signed, crew.Kiosk, "sign_guestbook", guest.Person.Guestbook);
        if (guest.Turn == Turn.LeavesEarly) script.Add(signed + chance.Minutes(2, 20), crew.Staff, "depart");
        else if (guest.Turn == Turn.DoesNotCome) Miss(script, signed);
        else Serve(script, guest, signed);
        return script.Steps;
    }

    void Miss(Script script, DateTimeOffset signed)
    {
        var (desk, called) = desks.Next(signed + chance.Seconds(60, 100), TimeSpan.FromMinutes(2));
        script.Add(called, crew.Staff, "call", new { Desk = desk.Name });
        script.Add(called.AddMinutes(2), crew.Staff, "skip");
        script.Add(called.AddMinutes(15), crew.Staff, "depart");
    }

    void Serve(Script script, Guest guest, DateTimeOffset signed)
    {
        var (desk, called) = desks.Next(signed + chance.Seconds(75, 110), Busy());
        var (secondDesk, again) = guest.Turn == Turn.ComesBack ? desks.Next(called.AddMinutes(5), Busy()) : (desk, called);
        var served = again + chance.Seconds(15, 40);
        var leaving = Leaving(served);

        var hasBag = chance.Bool(0.8f) || guest.Turn is Turn.LeavesCard or Turn.LeavesCardForLong or Turn.LockerJams or Turn.CardMislaid
            or Turn.BagForgotten;
        var bag = hasBag ? door.StoreBag(script, guest.Person, signed, leaving.AddMinutes(guest.Turn == Turn.LockerJams ? 26 : 1)) : null;
        if (guest.Turn == Turn.Transferred) script.Add(signed.AddSeconds(70), crew.Staff, "transfer", new { Service = "KS" });
        script.Add(called, crew.Staff, "call", new { Desk = desk.Name });
        if (guest.Turn == Turn.ComesBack) CallAgain(script, called, secondDesk, again);
        script.Add(served, crew.Staff, "serve", new { Desk = secondDesk.Name });
        if (office.Standard.Services.Contains(guest.Service)) Compensate(script, signed, served);
        Use(script, guest, served, leaving);
        Leave(script, guest, leaving, bag);
    }

    void CallAgain(Script script, DateTimeOffset called, Desk desk, DateTimeOffset again)
    {
        script.Add(called.AddMinutes(2), crew.Staff, "skip");
        script.Add(called.AddMinutes(4), crew.Staff, "requeue");
        script.Add(again, crew.Staff, "call", new { Desk = desk.Name });
    }

    void Compensate(Script script, DateTimeOffset signed, DateTimeOffset served)
    {
        if (office is not { Local.Compensation: not null, Standard.Completion: { Kind: CompletionKind.AfterGuestbook } promised }
            || hours.NextOpening(signed)?.AddMinutes(promised.Minutes!.Value) >= served) return;
        script.Add(served.AddSeconds(20), crew.Staff, "offer_compensation");
        script.Add(served.AddSeconds(50), crew.Staff, "give_compensation");
    }

    TimeSpan Busy() => chance.Bool(habits.Slow) ? chance.Minutes(10, 16) : chance.Minutes(2, 7);

    // Ten minutes after closing the last visitor has gone, unless that one was served later still.
    DateTimeOffset Leaving(DateTimeOffset served)
    {
        var wanted = served + chance.Minutes(8, 70);
        var closing = hours.Instants(hours.LocalDay(served)) is [.., var last] ? last.To.AddMinutes(10) : wanted;
        return wanted <= closing ? wanted : closing > served.AddMinutes(5) ? closing : served.AddMinutes(5);
    }

    IReadOnlyList<Step> FromPaper(Script script, Guest guest)
    {
        var entered = guest.At.AddHours(2);
        void Enter(int minutes, string command, object body) =>
            script.Add(entered.AddSeconds(20 * script.Steps.Count), crew.Supervisor, command, body, guest.At.AddMinutes(minutes));

        Enter(0, "arrive", new { Channel = "offline", Service = "PS" });
        Enter(2, "sign_guestbook", guest.Person.Guestbook);
        Enter(4, "serve", new { Desk = office.Local.Desks.Select(it => it.Name).FirstOrDefault("1") });
        Enter(30, "rate", new { Overall = 3, Comment = Late });
        Enter(31, "depart", new { Reason = "finished" });
        return script.Steps;
    }
}
