using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Plans visits from home: the visitor signs in, the application serves.</summary>
internal sealed class OnlineVisits(Office office, Crew crew, Randomizer chance)
{
    public IReadOnlyList<Step> Plan(Guest guest)
    {
        var (script, at) = (new Script(guest.Visit), guest.At);
        script.Add(at, crew.Visitor, "arrive", new { Channel = "online", Service = "PS" });
        script.Add(at.AddSeconds(40), crew.Visitor, "sign_guestbook", guest.Person.Guestbook);
        script.Add(at.AddSeconds(41), crew.Application, "serve", new { Desk = "online" });
        script.Add(at.AddMinutes(2), crew.Visitor, "search_catalogue", new { });
        var readings = office.Standard.Digital.Read ? chance.Int(1, 2) : 0;
        for (var reading = 1; reading <= readings; reading++)
        {
            var publication = Publications.Any(office, chance);
            script.Add(
                at.AddMinutes(4 * reading), crew.Application, "record_reading",
                new { PublicationId = publication, Form = Words.Of(ReadingForm.Digital) });
            if (reading == 2) Take(script, at.AddMinutes(10), guest.Visit, publication);
        }
        if (chance.Bool(0.4f)) script.Add(at.AddMinutes(14), crew.Visitor, "rate", new { Overall = chance.Int(3, 4) });
        script.Add(at.AddMinutes(15), crew.Application, "depart", new { Reason = "finished" });
        return script.Steps;
    }

    // Whoever read two wants the second one: by the way that the office's standard offers.
    void Take(Script script, DateTimeOffset at, VisitId visit, string publication)
    {
        if (office.Standard.Digital.SelfDownload) script.Add(at, crew.Visitor, "download_softcopy", new { PublicationId = publication });
        else if (office.Standard.Digital.RequestForm)
            script.Add(
                at, crew.Visitor, "request_softcopy",
                new { PublicationId = publication, RequestId = SampleId.Of($"softcopy/{visit}") });
    }
}
