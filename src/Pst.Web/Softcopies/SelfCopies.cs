using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Online;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Channel = System.Threading.Channels.Channel;

namespace Pst.Web.Softcopies;

/// <summary>
/// Where visitors take softcopies by themselves and the standard promises a mark: each gets a copy of their own, made behind their page in
/// the maker's turns. Only the request is stored; after a restart the next look at its page begins it again.
/// </summary>
public sealed partial class SelfCopies : BackgroundService
{
    const int MostAtOnce = 200; // they wait for the maker's turns, which go round the offices
    const int MostGivenUp = 1000; // then all are forgotten: whoever looks again at one has it tried again

    readonly Channel<(OfficeCode Office, SoftcopyId Request, string Address)> begun =
        Channel.CreateUnbounded<(OfficeCode, SoftcopyId, string)>();

    readonly ConcurrentDictionary<SoftcopyId, bool> known = []; // true: nothing could be made
    readonly Handovers handovers;
    readonly SoftcopyBoard softcopies;
    readonly SoftcopyLinks links;
    readonly PublicAddress address;
    readonly ILogger<SelfCopies> log;

    internal SelfCopies(
        Handovers handovers, SoftcopyBoard softcopies, SoftcopyLinks links, PublicAddress address, ILogger<SelfCopies> log) =>
        (this.handovers, this.softcopies, this.links, this.address, this.log) = (handovers, softcopies, links, address, log);

    /// <summary>Where the visitor's own copy is fetched, the one of this visit where there is one; else why there is none.</summary>
    /// <param name="request">Made with the form: two taps are one.</param>
    public async Task<(string? At, FormAnswer? Answer)> AskAsync(
        HttpRequest http, LibraryVisit visit, SoftcopyId request, PublicationId publication, CancellationToken cancel)
    {
        var office = visit.Office.Code;
        var before = (await softcopies.OfAsync(office, visit.Visit.Id, cancel)).LastOrDefault(it =>
            it.Row is { Asked.Way: SoftcopyWay.Self, EndedAt: null } && it.Row.Asked.PublicationId == publication);
        var asked = new SoftcopyCommand.Ask(publication, SoftcopyWay.Self, Visit: visit.Visit.Id, Visitor: visit.Visit.Visitor);
        if (before is null && await handovers.AskAsync(office, request, asked, visit.Caller, cancel) is { } reason)
            return (null, StreamForms.Said(reason));
        var own = before?.Id ?? request;
        Begin(http, office, own);
        return (links.DeliveryOf(office, own), null);
    }

    /// <summary>Begins to make it, unless that is on its way; false where nothing could be made: then the office looks at it.</summary>
    public bool Begin(HttpRequest http, OfficeCode office, SoftcopyId request)
    {
        if (known.TryAdd(request, false)) begun.Writer.TryWrite((office, request, address.Of(http, "")));
        return !known.GetValueOrDefault(request);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        begun.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stoppingToken },
        async (it, cancel) => await MakeAsync(it.Office, it.Request, it.Address, cancel));

    async Task MakeAsync(OfficeCode office, SoftcopyId request, string at, CancellationToken cancel)
    {
        var application = new Caller("worker:softcopies", Role.Staff, office);
        try
        {
            if (await handovers.MakeAsync(office, request, [], application, at, isMailed: false, cancel) is null)
                known.TryRemove(request, out _);
            else GiveUp(request);
        }
        catch (FileRefusedException refused) when (refused.Fault is not FileFault.Busy)
        {
            GiveUp(request);
        }
        catch (Exception away) when (away is FileRefusedException or NpgsqlException or IOException || DatabaseAway.IsTold(away))
        {
            known.TryRemove(request, out _); // whoever waits looks again, and that begins it again
            SayWaiting(away);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            GiveUp(request); // one that breaks off must not end those of everybody else
            SayBroken(failure);
        }
    }

    void GiveUp(SoftcopyId request)
    {
        var before = known.Where(it => it.Value).ToList();
        if (before.Count >= MostGivenUp)
            foreach (var it in before) known.TryRemove(it);
        known[request] = true;
    }

    [LoggerMessage(LogLevel.Warning, "A softcopy that somebody waits for is not made yet.")]
    partial void SayWaiting(Exception away);

    [LoggerMessage(LogLevel.Error, "A softcopy that somebody waits for could not be made; the office finds its request.")]
    partial void SayBroken(Exception failure);
}
