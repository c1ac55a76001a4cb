using System.Net;

namespace Pst.Fault.Tests.Kills;

/// <summary>Leads one visitor after the other through a whole visit, and notes every answer.</summary>
/// <param name="number">No two have the same.</param>
/// <param name="locker">No two of an office have the same.</param>
/// <param name="copies">Whether the office's standard offers them.</param>
sealed class Clerk(int number, OfficeClient office, string locker, bool copies, Gate gate, Ledger ledger)
{
    /// <summary>Works until called off; a command that was begun is brought to its outcome.</summary>
    public async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            for (var visitor = 1; ; visitor++)
                await LeadAsync(visitor, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }

    async Task LeadAsync(int visitor, CancellationToken stopping)
    {
        // Told apart by its number, not by chance: a run repeats itself.
        var visit = new Guid(visitor, (short)number, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        foreach (var (command, body) in Steps($"tamu{visitor}.{number}@contoh.example"))
        {
            await gate.PassAsync(stopping);
            var request = new Request(HttpMethod.Post, $"visits/{visit}/{command}", $"{number}-{visitor}-{command}", body);
            var answer = await office.InsistAsync(request);
            ledger.Add(new(office, request, answer));
            if (answer.Status != HttpStatusCode.OK)
                return;
        }
    }

    IEnumerable<(string Command, string Body)> Steps(string email) =>
    [
        ("arrive", """{"channel":"offline","override":{"reason":"uji"}}"""),
        ("sign_guestbook", $$"""
            {"visitor":{"name":"Tamu","email":"{{email}}" },"purpose":1,"noticeSeen":true,
             "demographics":{"gender":1,"age":2,"disability":2,"education":3,"occupation":1,"institutionKind":6} }
            """),
        ("hold_id", """{"kind":"sim","number":"1234567890"}"""),
        ("assign_locker", $$"""{"locker":"{{locker}}"}"""),
        ("call", """{"desk":"1"}"""),
        ("serve", """{"desk":"1"}"""),
        copies ? ("make_copies", """{"sheets":3}""") : ("record_reading", """{"publicationId":"pub-1","form":"printed"}"""),
        ("rate", """{"overall":4,"comment":"Baik"}"""),
        ("release_locker", "{}"),
        ("return_id", "{}"),
        ("depart", "{}"),
    ];
}
