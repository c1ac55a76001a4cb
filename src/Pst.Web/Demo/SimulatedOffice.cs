using System.Text;
using System.Text.Json;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Demo;

/// <summary>
/// One office in simulated time: the program's own write path with a clock that is set for each command, so that the past is recorded as if
/// it had been entered when it happened. An office's own rules hold here, too: what they refuse is left out and counted.
/// </summary>
internal sealed class SimulatedOffice(PstDatabase database, EdgeKeys keys, OfficeCode office) : IDisposable
{
    readonly SimulatedClock clock = new();
    readonly Sequencer sequencer = new(database.Worker); // the serving program's gives the positions
    readonly OfficeMemory memory = new(database);
    readonly Streams streams = new(database.App, StoredEvents.Types);

    VisitWriter Visits => field ??= new(streams, memory, StoredEvents.Types, keys, new(new(database.App)), clock, sequencer);
    OfficeWriter Offices => field ??= new(streams, memory, StoredEvents.Types, clock, sequencer);
    DayCloser Days => field ??= new(database, streams, memory, clock, sequencer);

    /// <summary>How many commands were refused.</summary>
    public int Refused { get; private set; }

    public async Task DoAsync(IEnumerable<Step> steps, CancellationToken cancel)
    {
        foreach (var step in steps) await DoAsync(step, cancel);
    }

    public async Task PutAsync(DateTimeOffset at, OfficeCommand command, Caller by, CancellationToken cancel, params VaultEntry[] entries)
    {
        clock.Now = at;
        var id = IdOf($"{command.GetType().Name}/{at:O}", "");
        Count(await Offices.SendAsync(new(office, command, by, id, entries), cancel));
    }

    public async Task CloseAsync(DateTimeOffset at, DateOnly day, Caller by, CancellationToken cancel)
    {
        clock.Now = at;
        Count(await Days.CloseAsync(new(office, day, by, IdOf($"close/{day:yyyy-MM-dd}", "")), cancel));
    }

    public void Dispose() => sequencer.Dispose();

    async Task DoAsync(Step step, CancellationToken cancel)
    {
        clock.Now = step.At;
        var body = step.Body.ToJsonString();
        var asked = CommandBodies.Read(step.Command, Fields.Of(JsonElement.Parse(body)), step.By.Role) as Valid<AskedCommand>
            ?? throw new InvalidOperationException($"The demo's own {step.Command} cannot be read: {body}");
        var id = IdOf($"{step.Visit}/{step.Number}", $"{step.Command} {body}");
        Count(await Visits.SendAsync(new(office, step.Visit, asked.Value, step.By, id), cancel));
    }

    // The same name each time: a demo that was broken off goes on where it was.
    CommandId IdOf(string name, string content) =>
        keys.CommandId($"demo/{office}/{name}", $"demo/{office}", Encoding.UTF8.GetBytes(content));

    void Count<T>(Outcome<T> outcome)
    {
        if (outcome is not Done<T>) Refused++;
    }
}
