namespace Pst.Api.Tests.Model;

/// <summary>What follows from a command that was carried out.</summary>
internal static class Chronicle
{
    /// <summary>Carries it out in the model; the type of the event.</summary>
    public static string Happen(this Community office, Asked asked, DateTimeOffset at)
    {
        office.Turns++;
        var life = office.Find(asked.Visit) ?? Arrived(office, asked, at);
        life.Events.Add(TypeOf(asked.Command));
        life.IsLate |= asked.Said is not null;
        life.LastAt = at;
        Change(office, life, asked, at);
        return life.Events[^1];
    }

    /// <summary>The end of a day: who has nothing at the front office is let go; those, and the others.</summary>
    public static (IReadOnlyList<string> Departed, IReadOnlyList<string> StillOpen) Close(
        this Community office, DateOnly day, DateTimeOffset now)
    {
        var open = office.Lives.Where(it => it.IsOpen && office.Rules.Day(it.ArrivedAt) <= day).ToLookup(it => it.Cards.Count == 0);
        foreach (var life in open[true])
        {
            life.Events.Add("departed");
            life.LastAt = life.LastAt > now ? life.LastAt : now;
            (life.Departure, life.LeftAt, life.EndIsUnknown, life.OutSince) = ("unknown_end", life.LastAt, true, null);
        }
        return ([.. open[true].Select(it => it.Id)], [.. open[false].Select(it => it.Id)]);
    }

    static Life Arrived(Community office, Asked asked, DateTimeOffset at)
    {
        var service = asked.Text("service") ?? "PS";
        var life = new Life(asked.Visit, asked.Text("channel")!, service, at)
        {
            PartySize = asked.Number("partySize") ?? 1,
            Priority = asked.Text("priority") ?? "none",
        };
        if (!life.IsOnline) life.Ticket = office.NextTicket(service, at);
        office.Lives.Add(life);
        return life;
    }

    static void Change(Community office, Life life, Asked asked, DateTimeOffset at)
    {
        var card = life.CardOf(asked.Number("item"));
        switch (asked.Command)
        {
            case "sign_guestbook": Sign(office, life, asked, at); break;
            case "hold_id": life.Cards.Add(new(asked.Number("item") ?? 1, asked.Text("kind")!, asked.Text("number")?[^4..], at)); break;
            case "assign_locker": card!.Locker = (asked.Text("locker")!, at); break;
            case "release_locker": card!.Locker = null; break;
            case "return_id": life.Cards.Remove(card!); break;
            case "call": (life.Place, life.TimesCalled, life.Desk) = ("called", life.TimesCalled + 1, asked.Text("desk")); break;
            case "skip": life.Place = "skipped"; break;
            case "requeue": life.Place = "waiting"; break;
            case "transfer": Transfer(office, life, asked.Text("service")!, at); break;
            case "serve": (life.ServedAt, life.Desk) = (at, asked.Text("desk")); break;
            case "end_service": (life.ServiceEndedAt, life.Desk) = (at, null); break;
            case "step_out": (life.OutSince, life.Place) = (at, life.Place == "called" ? "waiting" : life.Place); break;
            case "come_back": life.OutSince = null; break;
            case "record_reading" or "scan_softcopy" or "search_catalogue" or "request_softcopy" or "download_softcopy":
                life.UsedSomething = true;
                break;
            case "make_copies": Copy(office, life, asked.Number("sheets")!.Value, at); break;
            case "rate": life.Overall = asked.Number("overall"); break;
            case "depart": (life.Departure, life.LeftAt, life.OutSince) = (Judge.AgreeingWith(life), at, null); break;
            case "correct": Correct(life, asked); break;
            case "void": (life.IsVoided, _) = (true, life.Cards.RemoveAll(_ => true)); break;
        }
    }

    static void Sign(Community office, Life life, Asked asked, DateTimeOffset at)
    {
        // Who says neither email nor phone is a stranger each time.
        life.Visitor = Persons.KeyOf(asked.Body["visitor"]!) ?? $"stranger {life.Id}";
        (life.SignedAt, life.Purpose, life.InQueueSince) = (at, asked.Number("purpose")!.Value, (at, office.Turns));
    }

    static void Transfer(Community office, Life life, string service, DateTimeOffset at) =>
        (life.Service, life.Ticket, life.Place, life.InQueueSince) =
        (service, office.NextTicket(service, at), "waiting", (at, office.Turns));

    static void Copy(Community office, Life life, int sheets, DateTimeOffset at)
    {
        var passes = office.SheetsUsed(life, at) + sheets > office.Rules.MaxSheets;
        life.Copies.Add(new(life.Version, at, passes) { Sheets = sheets });
        life.UsedSomething = true;
    }

    static void Correct(Life life, Asked asked)
    {
        var (version, to) = (asked.Number("eventVersion")!.Value, asked.Body["to"]!);
        switch (asked.Text("field"))
        {
            case "partySize": life.PartySize = (int)to; break;
            case "priority": life.Priority = (string)to!; break;
            case "purpose": life.Purpose = (int)to; break;
            case "sheets": life.Copies.Single(it => it.Version == version).Sheets = (int)to; break;
            case "overall": life.Overall = (int)to; break;
            case "reason": life.Departure = (string)to!; break;
        }
    }

    static string TypeOf(string command) => command switch
    {
        "arrive" => "arrived",
        "sign_guestbook" => "guestbook_signed",
        "hold_id" => "id_held",
        "assign_locker" => "locker_assigned",
        "call" => "called",
        "skip" => "skipped",
        "requeue" => "requeued",
        "transfer" => "transferred",
        "serve" => "served",
        "end_service" => "service_ended",
        "step_out" => "stepped_out",
        "come_back" => "came_back",
        "record_reading" => "publication_read",
        "make_copies" => "copies_made",
        "scan_softcopy" => "softcopy_scanned",
        "search_catalogue" => "catalogue_searched",
        "request_softcopy" => "softcopy_requested",
        "download_softcopy" => "softcopy_downloaded",
        "rate" => "rated",
        "release_locker" => "locker_released",
        "return_id" => "id_returned",
        "depart" => "departed",
        "correct" => "entry_corrected",
        _ => "voided",
    };
}
