using Pst.EventStore;
using Pst.Proof;
using Pst.Web.Workers;

namespace Pst.Web.Proving;

/// <summary>Signs the log once a minute while it grows, and hands every new checkpoint to the witnesses.</summary>
public sealed class NotaryWorker(Notary notary, Witnesses witnesses, TimeProvider clock, ILogger<NotaryWorker> log)
    : RoundWorker(TimeSpan.FromMinutes(1), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        try
        {
            var newest = await notary.SignAsync(cancel);
            if (newest is not null) await witnesses.TellAsync(newest, cancel);
        }
        catch (Exception broken) when (broken is LogBrokenException or ForeignKeyException)
        {
            Log.LogError("The log is not signed: {Reason}", broken.Message);
        }
    }
}
