namespace Pst.Api.Tests.Model;

/// <summary>What has become of one visit.</summary>
internal sealed class Life(string id, string channel, string service, DateTimeOffset arrivedAt)
{
    public string Id => id;
    public bool IsOnline => channel == "online";
    public string Channel => channel;

    /// <summary>What was first asked for, by which the promise goes.</summary>
    public string FirstService { get; } = service;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;
    public string Service { get; set; } = service;
    public string? Ticket { get; set; }
    public int PartySize { get; set; } = 1;
    public string Priority { get; set; } = "none";

    /// <summary>By what the person is known again; null before the guestbook.</summary>
    public string? Visitor { get; set; }

    public int Purpose { get; set; }
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>Signed or transferred, whichever came last; and how many events the office had by then.</summary>
    public (DateTimeOffset At, int Turn) InQueueSince { get; set; }

    /// <summary>waiting, called or skipped.</summary>
    public string Place { get; set; } = "waiting";

    public int TimesCalled { get; set; }
    public string? Desk { get; set; }
    public DateTimeOffset? OutSince { get; set; }
    public DateTimeOffset? ServedAt { get; set; }
    public DateTimeOffset? ServiceEndedAt { get; set; }
    public bool UsedSomething { get; set; }
    public List<Copied> Copies { get; } = [];
    public List<Card> Cards { get; } = [];
    public int? Overall { get; set; }
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>finished, left_unserved or unknown_end.</summary>
    public string? Departure { get; set; }

    /// <summary>Where nobody saw it end, no duration is guessed, whatever is corrected later.</summary>
    public bool EndIsUnknown { get; set; }

    public bool IsVoided { get; set; }
    public bool IsLate { get; set; }
    public DateTimeOffset LastAt { get; set; } = arrivedAt;

    /// <summary>What each event was, the first at 1.</summary>
    public List<string> Events { get; } = [];

    public int Version => Events.Count;
    public bool IsOpen => Departure is null && !IsVoided;
    public string Status => this switch
    {
        { IsVoided: true } => "voided",
        { Departure: not null } => "departed",
        { ServedAt: not null } => "in_service",
        { SignedAt: null } => "arrived",
        _ => Place,
    };

    /// <summary>The card that a body means: the one it names, else the only one, else the first.</summary>
    public int Item(int? named) => named ?? (Cards is [var only] ? only.Item : 1);

    public Card? CardOf(int? named) => Cards.Find(it => it.Item == Item(named));
}

/// <summary>Sheets made in one go, by the version of their event.</summary>
internal sealed class Copied(int version, DateTimeOffset at, bool isOverridden)
{
    public int Version => version;
    public DateTimeOffset At => at;
    public bool IsOverridden => isOverridden;
    public required int Sheets { get; set; }
}

/// <summary>A card that the front office keeps, and the locker that it is kept for.</summary>
internal sealed class Card(int item, string kind, string? tail, DateTimeOffset since)
{
    public int Item => item;
    public string Kind => kind;
    public string? Tail => tail;
    public DateTimeOffset Since => since;
    public (string Name, DateTimeOffset Since)? Locker { get; set; }
}
