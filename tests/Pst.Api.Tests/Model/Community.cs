namespace Pst.Api.Tests.Model;

/// <summary>An office with all its visits, as the model has them.</summary>
internal sealed class Community(OfficeRules rules)
{
    readonly Dictionary<(string Service, DateOnly Day), int> tickets = [];

    public OfficeRules Rules => rules;
    public List<Life> Lives { get; } = [];
    public HashSet<string> OutOfOrder { get; } = [];

    /// <summary>How many events there were.</summary>
    public int Turns { get; set; }

    public Life? Find(string visit) => Lives.Find(it => it.Id == visit);

    public string NextTicket(string service, DateTimeOffset at)
    {
        var day = (service, rules.Day(at));
        tickets[day] = tickets.GetValueOrDefault(day) + 1;
        return $"{service}-{tickets[day]:000}";
    }

    public bool IsTaken(string locker) => Lives.SelectMany(it => it.Cards).Any(it => it.Locker?.Name == locker);

    public bool IsInside(string visitor, Life besides) =>
        Lives.Any(it => it != besides && it.IsOpen && it.Visitor == visitor && it.Channel == besides.Channel);

    /// <summary>The sheets of a visit's person in the window that a moment of that visit lies in.</summary>
    public int SheetsUsed(Life life, DateTimeOffset at) =>
        life.Visitor is null ? 0 : Copies(life.Visitor).Where(it => IsInWindow(it, life, at)).Sum(it => it.Copied.Sheets);

    /// <summary>All sheets that count.</summary>
    public IEnumerable<(Life Life, Copied Copied)> Copies(string? visitor = null) =>
        from life in Lives
        where !life.IsVoided && (visitor is null || life.Visitor == visitor)
        from copied in life.Copies
        select (life, copied);

    /// <summary>The last who signed before on the same day, in person and with a promise; who left unserved is passed over.</summary>
    public Life? Before(Life life) => Lives
        .Where(it => it is { IsOnline: false, IsVoided: false } and not { Departure: not null, ServedAt: null })
        .Where(it => rules.Promises(it.FirstService) && it.SignedAt < life.SignedAt)
        .Where(it => rules.Day(it.SignedAt!.Value) == rules.Day(life.SignedAt!.Value))
        .MaxBy(it => it.SignedAt);

    /// <summary>The moments around which answers change.</summary>
    public IEnumerable<DateTimeOffset> Edges(DateTimeOffset now) =>
    [
        .. rules.Spans(rules.Day(now)).SelectMany(it => (DateTimeOffset[])[it.From, it.To]),
        .. Lives.Where(it => it is { IsOpen: true, ServedAt: null }).Select(it => this.ClockOf(it).Due).OfType<DateTimeOffset>(),
        .. Lives.Select(it => it.LeftAt + rules.RatingOpen).OfType<DateTimeOffset>(),
    ];

    bool IsInWindow((Life Life, Copied Copied) made, Life life, DateTimeOffset at)
    {
        var (day, today) = (rules.Day(made.Copied.At), rules.Day(at));
        return rules.Window switch
        {
            "visit" => made.Life == life,
            "day" => day == today,
            _ => (day.Year, day.Month) == (today.Year, today.Month),
        };
    }
}
