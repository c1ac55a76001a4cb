using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.Attention;

/// <summary>
/// What an office where nobody sits at the desk all day is told by mail: who has arrived, to the officer on duty; whose time runs out, and
/// twice a day how the day stands, to the coordinators, which are its supervisors; what is unusual in who saw whose data, to them and the
/// office's auditors. Whoever gave no address gets none.
/// </summary>
public sealed class AttentionMails(
    Notices notices, QueueBoard queue, Officers officers, DaySummaries summaries, ReadWatch watch,
    LetterPaper paper, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    static readonly TimeSpan News = TimeSpan.FromMinutes(30), Day = TimeSpan.FromHours(6);

    /// <summary>Tells what there is to tell now; what was told before is not told again.</summary>
    public async Task TellAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var unusual = await watch.RefreshAsync(office, state, cancel);
        var (now, people) = (clock.GetUtcNow(), (await officers.OfAsync(office, cancel)).Where(it => it.Email is not null).ToList());
        var asking = people.Where(it => it.Role == Role.Supervisor).Concat(await officers.AuditorsOfAsync(office, cancel)).ToList();
        foreach (var it in unusual.Where(it => now - it.To < Day))
            await SendAsync(office, state, it.Name, asking, Day, () => Unusual(state, it), cancel);
        if (people.Count == 0) return;

        var view = await queue.ShowAsync(office, state, now, cancel);
        var coordinators = people.Where(it => it.Role == Role.Supervisor).ToList();
        var isAttended = view.InService.Any(it => it.Desk is not null) || view.Waiting.Any(it => it.Status == VisitStatus.Called);
        var waiting = view.Waiting.Where(it => it is { Status: VisitStatus.Waiting, Channel: Channel.Offline, OutSince: null }).ToList();
        if (!isAttended && people.FirstOrDefault(it => it.Id == state.OnDuty(state.Hours.LocalDay(now))) is { } officer)
            foreach (var line in waiting.Where(it => now - it.Since < News))
                await SendAsync(office, state, $"arrival/{line.Visit}", [officer], News, () => Arrival(state, line), cancel);
        foreach (var line in waiting.Where(it => it.State is Urgency.Amber or Urgency.Red && it.Due is { } due && now - due < News))
            await SendAsync(office, state, $"amber/{line.Visit}", coordinators, News, () => RunsOut(state, line), cancel);
        foreach (var (name, at) in Summaries(state, now).Where(it => now >= it.At && now - it.At < Day))
            await SendAsync(office, state, name, coordinators, Day, () => SummaryAsync(office, state, cancel), cancel);
    }

    // When the doors open and when they close.
    static IEnumerable<(string Name, DateTimeOffset At)> Summaries(OfficeState state, DateTimeOffset now)
    {
        var day = state.Hours.LocalDay(now);
        var spans = state.Hours.Instants(day);
        return spans.Count == 0 ? [] : [($"morning/{day:O}", spans[0].From), ($"afternoon/{day:O}", spans[^1].To)];
    }

    Task<Said> Arrival(OfficeState state, QueueLine line) => Task.FromResult(new Said(
        text["{0} menunggu di {1}", line.Ticket!, state.Details.Name],
        text["{0} mengisi buku tamu pukul {1}, dan tidak ada yang sedang melayani. Anda bertugas hari ini.",
            line.Ticket!, Times.Of(line.Since, state.Details.TimeZone)]));

    Task<Said> RunsOut(OfficeState state, QueueLine line) => Task.FromResult(new Said(
        text["Waktu {0} hampir habis di {1}", line.Ticket!, state.Details.Name],
        text["{0} belum dilayani. Janjinya paling lambat pukul {1}.", line.Ticket!, Times.Of(line.Due!.Value, state.Details.TimeZone)]));

    // Nobody is named in a mail: who it is about may be who reads it.
    Task<Said> Unusual(OfficeState state, ReadAnomaly found) => Task.FromResult(new Said(
        text["Pembacaan data yang tidak biasa di {0}", state.Details.Name],
        text["Ada yang perlu ditanyakan: {0}, {1}. Lihat halaman Pembacaan data.",
            text[$"reads.kind.{Words.Of(found.Kind)}"].Value, Times.Long(found.From, state.Details.TimeZone)]));

    async Task<Said> SummaryAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var summary = await summaries.TellAsync(office, state, cancel);
        var link = DaySummaries.WhatsApp(summary);
        return new(
            text["Ringkasan {0}", state.Details.Name],
            $"{summary}\n\n{text["Kirim kepada kepala kantor lewat WhatsApp:"].Value}\n{link}", link);
    }

    async Task SendAsync(
        OfficeCode office, OfficeState state, string name, List<Person> to, TimeSpan life, Func<Task<Said>> say,
        CancellationToken cancel)
    {
        if (to.Count > 0) await notices.SendAsync(office, name, WriteAsync, cancel);

        async Task<IReadOnlyList<Letter>> WriteAsync()
        {
            var (said, until) = (await say(), clock.GetUtcNow() + life);
            var says = paper.Write(new(
                state.Details.Name, said.Subject, said.Body, text["Anda menerimanya karena tugas Anda di {0}.", state.Details.Name])
            {
                Link = said.Link, Button = text["Kirim lewat WhatsApp"],
            });
            return [.. to.Select(it => new Letter(Guid.CreateVersion7(), EmailAddress.Parse(it.Email!, null), says, until))];
        }
    }

    sealed record Said(string Subject, string Body, string? Link = null);
}
