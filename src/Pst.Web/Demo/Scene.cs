using Bogus;
using Pst.Domain;
using Pst.Web.Simulation;

namespace Pst.Web.Demo;

/// <summary>The office at the present moment: some read, one is called, others wait in every colour, bags and cards are kept.</summary>
internal sealed class Scene(Office office, DateTimeOffset now, Crew crew, Randomizer chance, FrontOffice door)
{
    /// <summary>How far back it begins.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromMinutes(45);

    /// <summary>How many people it needs.</summary>
    public const int Cast = 9;

    /// <summary>Which of them has an appointment.</summary>
    public const int Guest = 2;

    const int UsualMinutes = 5; // where the standard counts none

    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);
    readonly string desk = office.Local.Desks.Select(it => it.Name).FirstOrDefault("1");

    /// <param name="people">As many as <see cref="Cast"/>.</param>
    public IReadOnlyList<Step> Plan(IReadOnlyList<SamplePerson> people)
    {
        var allowed = TimeSpan.FromMinutes(office.Standard.Completion.Minutes ?? UsualMinutes);
        var signedAgo = new[]
        {
            Minutes(38), Minutes(26), Minutes(14), allowed * 0.7, allowed * 1.7, allowed * 0.8, allowed * 0.2, allowed * 1.3, TimeSpan.Zero,
        };
        return [.. people.Select((it, index) => Play(it, index, now - signedAgo[index])).SelectMany(it => it.Steps)];
    }

    Script Play(SamplePerson person, int index, DateTimeOffset signed)
    {
        var today = hours.LocalDay(now);
        var script = new Script(index == Guest
            ? SampleAppointments.Kept(office.Code, today) : new(SampleId.Of($"visit/{office.Code}/{today:yyyy-MM-dd}/now/{index}")));
        door.Arrive(script, new(default, person, signed - chance.Seconds(60, 90), Turn.Served));
        if (index == Cast - 1) return script; // still writing

        script.Add(signed, crew.Kiosk, "sign_guestbook", person.Guestbook);
        door.StoreBag(script, person, signed, DateTimeOffset.MaxValue);
        switch (index)
        {
            case < 3: Serve(script, signed.AddMinutes(3)); break;
            case 3: script.Add(now.AddSeconds(-15), crew.Staff, "call", new { Desk = desk }); break;
            case 7: Miss(script); break;
        }
        return script;
    }

    void Serve(Script script, DateTimeOffset served)
    {
        script.Add(served.AddSeconds(-30), crew.Staff, "call", new { Desk = desk });
        script.Add(served, crew.Staff, "serve", new { Desk = desk });
        var reading = new { PublicationId = Publications.Any(office, chance), Form = Words.Of(ReadingForm.Printed) };
        if (office.Standard.Printed.Read) script.Add(served.AddMinutes(2), crew.Staff, "record_reading", reading);
        if (office.Standard.Printed.Copies is { } limit)
            script.Add(served.AddMinutes(4), crew.Staff, "make_copies", new { Sheets = chance.Int(1, limit.MaxSheets) });
    }

    void Miss(Script script)
    {
        script.Add(now.AddSeconds(-150), crew.Staff, "call", new { Desk = desk });
        script.Add(now.AddSeconds(-40), crew.Staff, "skip");
    }

    static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);
}
