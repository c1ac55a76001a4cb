using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>Says after a day's end who did not come. On every node, and yet once: the appointment itself says what became of it.</summary>
public sealed class AppointmentWorker(
    OfficeMemory offices, AppointmentReads reads, AppointmentWriter writer, PstDatabase database, EdgeKeys keys, TimeProvider clock,
    ILogger<AppointmentWorker> log)
    : RoundWorker(TimeSpan.FromMinutes(15), clock, log)
{
    static readonly Caller Worker = new("worker:appointments", Role.Supervisor, null);

    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        foreach (var office in await offices.CodesAsync(cancel))
        {
            if (await offices.FindAsync(office, cancel) is not { } state) continue;
            foreach (var line in await AppointmentBook.PassedAsync(database.App, office, state.Hours.LocalDay(now), cancel))
                await PassAsync(office, line.Id, cancel);
        }
    }

    async Task PassAsync(OfficeCode office, AppointmentId id, CancellationToken cancel)
    {
        VisitId? arrived = await reads.HasArrivedAsync(office, id, cancel) ? id.Visit : null;
        var command = keys.CommandId($"passed/{id}", $"worker/appointment/{office}", []);
        await writer.SendAsync(new(office, id, new AppointmentCommand.PassTime(arrived), Worker, command, Link: null), cancel);
    }
}
