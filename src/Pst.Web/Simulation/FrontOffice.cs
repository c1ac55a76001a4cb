using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>The first steps of those who come in person: through the door, and the bag into a locker.</summary>
internal sealed class FrontOffice(Office office, Crew crew, Randomizer chance, ServiceHours hours, Lockers lockers)
{
    /// <summary>Outside the hours it is the staff that lets somebody in.</summary>
    public void Arrive(Script script, Guest guest)
    {
        var isOpen = hours.IsOpen(guest.At);
        var body = new
        {
            Channel = "offline",
            Service = Words.Of(guest.Service),
            guest.PartySize,
            Priority = Words.Of(guest.Person.Priority),
            Override = isOpen ? null : new { Reason = "Tamu dari luar kota, sudah membuat janji." },
        };
        script.Add(guest.At, isOpen ? crew.Kiosk : crew.Staff, "arrive", body);
    }

    /// <summary>The card is held and a locker given; none where all are in use, and the visitor keeps both.</summary>
    public Locker? StoreBag(Script script, SamplePerson person, DateTimeOffset signed, DateTimeOffset leaving)
    {
        if (lockers.Take(signed, leaving) is not { } locker) return null;
        script.Add(signed.AddSeconds(25), crew.Staff, "hold_id", CardOf(person));
        script.Add(signed.AddSeconds(55), crew.Staff, "assign_locker", new { Locker = locker.Name });
        return locker;
    }

    object CardOf(SamplePerson person)
    {
        var kind = chance.Draw((IdKind.Ktp, 78), (IdKind.Sim, 14), (IdKind.Other, 8));
        if (!office.Standard.AcceptedIds.Contains(kind)) kind = office.Standard.AcceptedIds[0];
        return new { Kind = Words.Of(kind), Number = kind == IdKind.Ktp ? person.Nik : null };
    }
}
