using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// Softcopies that their visitors wait for: a scan at the desk, a download by oneself. They are requests like others, asked for, made and
/// handed over in one go; begun again under the same id, it goes on where it stopped.
/// </summary>
internal sealed class Handovers(
    SoftcopyWriter writer, SoftcopyDesk desk, SoftcopyReads reads, EdgeKeys keys, ProjectionRunner projections)
{
    static readonly string[] Shown = [SoftcopyBoard.Projection.Name];

    /// <summary>Null when it is asked for. Whoever waits for it gets no mail that it was received.</summary>
    public async Task<Refusal?> AskAsync(
        OfficeCode office, SoftcopyId request, SoftcopyCommand.Ask asked, Caller caller, CancellationToken cancel) =>
        RefusalOf(await SendAsync(office, request, asked, caller, "ask", null, cancel));

    /// <summary>Null when it is handed over, now or before.</summary>
    /// <param name="sent">None: from the catalogue.</param>
    /// <param name="address">What links begin with.</param>
    /// <param name="isMailed">Whether the link goes out by mail, too.</param>
    /// <exception cref="FileRefusedException">Nothing can be made; the request waits for the office.</exception>
    public async Task<Refusal?> MakeAsync(
        OfficeCode office, SoftcopyId request, IReadOnlyList<IFormFile> sent, Caller caller, string address, bool isMailed,
        CancellationToken cancel)
    {
        if (await reads.FindAsync(office, request, cancel) is not { Line.Row.IsOpen: true }) return null;
        return RefusalOf(await FinishAsync(office, request, sent, caller, address, isMailed, cancel));
    }

    /// <summary>The same, with all that came of it; begun again, what came of it first.</summary>
    /// <exception cref="FileRefusedException">Nothing can be made; the request waits for the office.</exception>
    public async Task<Outcome<StreamAnswer>> FinishAsync(
        OfficeCode office, SoftcopyId request, IReadOnlyList<IFormFile> sent, Caller caller, string address, bool isMailed,
        CancellationToken cancel)
    {
        if (await reads.FindAsync(office, request, cancel) is not { Line: var line }) return new SoftcopyRefusal.NotFound();
        // Where it is not open nothing is made: it was handed over under this id, or the rules say why it is not.
        SoftcopyCommand command = line.Row.IsOpen
            ? new SoftcopyCommand.HandOver(await desk.MakeAsync(office, line, path => address + path, sent, cancel))
            : new SoftcopyCommand.Deliver();
        return await SendAsync(office, request, command, caller, "hand_over", isMailed ? address : null, cancel);
    }

    // Made twice, the file is another; the command is the same, and the first one counts.
    async Task<Outcome<StreamAnswer>> SendAsync(
        OfficeCode office, SoftcopyId request, SoftcopyCommand command, Caller caller, string name, string? address,
        CancellationToken cancel)
    {
        var id = keys.CommandId($"{request}/{name}", $"softcopy/{office}/{name}", []);
        var outcome = await writer.SendAsync(new(office, request, command, caller, id, address), cancel);
        if (outcome is Done<StreamAnswer>(var done, _)) await projections.Progress.WaitAsync(Shown, done.Sequence, cancel);
        return outcome;
    }

    static Refusal? RefusalOf(Outcome<StreamAnswer> outcome) => outcome switch
    {
        Done<StreamAnswer> => null,
        Denied<StreamAnswer>(var reason) => reason,
        _ => new SoftcopyRefusal.NotFound(),
    };
}
