
namespace Pst.Api.Tests.Model;

/// <summary>Thinks up what somebody might send next: mostly what fits the visit, else anything.</summary>
internal sealed partial class Commands(Random chance, Community office)
{
    public static readonly string[] Priorities = ["none", "disability", "elderly", "pregnant", "child"];

    static readonly string[] All =
    [
        "arrive", "sign_guestbook", "hold_id", "assign_locker", "call", "skip", "requeue", "transfer", "serve", "end_service", "step_out",
        "come_back", "record_reading", "make_copies", "scan_softcopy", "search_catalogue", "request_softcopy", "download_softcopy", "rate",
        "release_locker", "return_id", "depart", "correct", "void",
    ];

    public Asked Next(string visit, DateTimeOffset now)
    {
        var life = office.Find(visit);
        var command = Once(8) ? Any(All) : Any(Fitting(life));
        var (body, wrong) = Once(40) && Wrong(command, now) is { } bad ? bad : (Body(command, life, now), null);
        return new(RoleFor(command, life), visit, command, body, wrong, life is not null && Once(20) ? life.Version - chance.Next(2) : null)
        {
            Said = Once(12) ? TimeNear(life?.LastAt ?? now.AddDays(-1), now) : null,
        };
    }

    public T Any<T>(IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];

    public bool Once(int inHowMany) => chance.Next(inHowMany) == 0;

    // In Metro only a visitor who has signed in may sign online.
    string RoleFor(string command, Life? life) =>
        command == "sign_guestbook" && life is { IsOnline: true } && Once(2) ? "visitor"
        : command is "arrive" or "sign_guestbook" or "rate" || Once(20) ? Any(["kiosk", "visitor", "staff", "supervisor", "supervisor"])
        : Any(["staff", "supervisor", "supervisor", "supervisor"]);

    static string[] Fitting(Life? life) => life switch
    {
        null => ["arrive"],
        { IsVoided: true } => ["void", "rate"],
        { Departure: not null } => ["rate", "rate", "correct", "correct", "depart"],
        { SignedAt: null } => ["sign_guestbook"],
        { OutSince: not null } => ["come_back", "come_back", .. Keeping(life)],
        { ServedAt: not null } =>
        [
            "record_reading", "make_copies", "make_copies", "make_copies", "scan_softcopy", "rate", "end_service", "step_out", "depart",
            "search_catalogue", "request_softcopy", "download_softcopy", "correct", .. Keeping(life), .. Keeping(life),
        ],
        { IsOnline: true } => ["serve"],
        { Place: "called" } => ["serve", "serve", "skip", "call", "step_out"],
        { Place: "skipped" } => ["requeue", "requeue", "serve", "call"],
        _ => ["call", "call", "serve", "transfer", "step_out", "correct", "depart", .. Keeping(life), .. Keeping(life)],
    };

    static string[] Keeping(Life life) => life switch
    {
        { IsOnline: true } => [],
        { Cards: [] } => ["hold_id"],
        { Cards: [.., { Locker: null }], ServedAt: null } => ["assign_locker", "assign_locker", "hold_id"],
        { Cards: [.., { Locker: null }] } => ["return_id", "return_id", "assign_locker"],
        _ => life.ServedAt is null ? ["assign_locker"] : ["release_locker"],
    };

    // In order, too early, too late, a little ahead, or long ago.
    DateTimeOffset TimeNear(DateTimeOffset last, DateTimeOffset now) => chance.Next(8) switch
    {
        0 => last.AddSeconds(-1),
        1 => now.AddMinutes(3),
        2 => now.AddMinutes(1),
        3 => now.AddDays(-91),
        4 => now.AddHours(-13),
        _ => last + TimeSpan.FromMilliseconds(chance.NextInt64((long)(now - last).TotalMilliseconds + 1)),
    };
}
