using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Hosting;
using Pst.Web.Library;
using Pst.Web.Pages.History;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Desk;

/// <summary>Puts together what the desk shows: the queue, and one visitor with what may be done next.</summary>
public sealed class DeskReads(
    OfficeMemory offices, QueueBoard queue, Reports reports, Visits visits, Streams streams, Story story, VisitorFile file,
    VisitorReads files, RefusedForms refused, SoftcopyBoard softcopies, PublicationTitles titles, AppointmentReads appointments,
    PstDatabase database, TimeProvider clock)
{
    /// <param name="visit">The chosen one.</param>
    /// <param name="desk">Where the clerk sits; the office's first where that is none of its desks.</param>
    /// <returns>Null where the office or the visit does not exist.</returns>
    public async Task<DeskView?> ShowAsync(Caller clerk, VisitId? visit, string? desk, CancellationToken cancel)
    {
        var office = clerk.Office!.Value;
        if (await offices.FindAsync(office, cancel) is not { } state) return null;

        var now = clock.GetUtcNow();
        var waiting = await queue.ShowAsync(office, state, now, cancel);
        var seat = state.Local.Desks.FirstOrDefault(it => it.Name == desk, state.Local.Desks.FirstOrDefault(new Domain.Desk("1")));
        var day = state.Hours.LocalDay(now);
        var today = await reports.SlaAsync(office, state, day, day, now, cancel);
        var view = new DeskView(state, seat, waiting, today, null, now) 
        {
            RefusedForms = await refused.CountAsync(office, cancel),
            Appointments = [.. (await appointments.AwaitedAsync(office, day, day, cancel)).Where(it => it.Visit is null)],
        };
        if (visit is not { } chosen) return view;
        return await CardAsync(clerk, office, state, chosen, now, cancel) is { } card ? view with { Card = card } : null;
    }

    async Task<DeskCard?> CardAsync(
        Caller clerk, OfficeCode office, OfficeState state, VisitId visit, DateTimeOffset now, CancellationToken cancel)
    {
        if (await visits.FindAsync(office, state, visit, VisitMoment.Now, now, cancel) is not { } view) return null;
        var standard = state.StandardOn(state.Hours.LocalDay(view.ArrivedAt))!;
        var tails = await file.TailsAsync(office, [.. view.Cards.Select(it => it.Commitment)], clerk, cancel);
        view = view with { Incidents = await file.ToldAsync(office, view.Incidents, clerk, cancel) };
        var events = await streams.ReadAsync(office.Value, visit.Value, cancel);
        var last = events.LastStep(clerk, now)!;
        var sentence = await TitledAsync(last.Event, story.SentenceOf(last.Event, seesRating: false), cancel);
        var steps = VisitStep.Of(view, standard, [.. events.Standing()]);
        return new(
            view, standard, tails, await FreeLockersAsync(office, state, cancel), (last, sentence), steps,
            (await files.EarlierAsync(office, view, cancel)).Count, await softcopies.OfAsync(office, visit, cancel));
    }

    // At a desk a publication is known by its title; the history keeps the number.
    async Task<string> TitledAsync(VisitEvent last, string sentence, CancellationToken cancel)
    {
        PublicationId? read = last switch
        {
            PublicationRead it => it.PublicationId,
            SoftcopyScanned it => it.PublicationId,
            _ => null,
        };
        if (read is not { } book) return sentence;
        return sentence.Replace(book.Value, (await titles.OfAsync([book], cancel))[book], StringComparison.Ordinal);
    }

    async Task<IReadOnlyList<Locker>> FreeLockersAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var taken = new HashSet<Locker>();
        var query = GuardQueries.LockersInUse(office, taken);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query.Command, cancel);
        await query.Read(rows, cancel);
        return [.. state.Local.Lockers.Where(it => !taken.Contains(it) && !state.OutOfOrder.Contains(it))];
    }
}
