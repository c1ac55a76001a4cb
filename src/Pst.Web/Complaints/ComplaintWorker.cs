using System.Globalization;
using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Attention;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Mail;
using Pst.Web.Pages;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>
/// What time does to complaints: a broken promise goes up, and the office's supervisors and head hear of it; silence closes what waited
/// long enough. On every node, and yet once: the complaint itself says what was done.
/// </summary>
public sealed class ComplaintWorker(
    OfficeMemory offices, ComplaintBoard complaints, ComplaintWriter writer, ComplaintLinks links,
    PublicAddress address, IServiceScopeFactory scopes, Notices notices, LetterPaper paper, EdgeKeys keys, IStringLocalizer<Sentences> text,
    TimeProvider clock, ILogger<ComplaintWorker> log)
    : RoundWorker(TimeSpan.FromMinutes(5), clock, log)
{
    static readonly TimeSpan Life = TimeSpan.FromDays(3);
    static readonly Caller Worker = new("worker:complaints", Role.Supervisor, null);

    readonly Dictionary<OfficeCode, DateOnly> done = [];

    /// <summary>One round: each office once a day of its own.</summary>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Indonesian; // nobody asks here who could have chosen
        foreach (var office in await offices.CodesAsync(cancel))
        {
            if (await offices.FindAsync(office, cancel) is not { } state) continue;
            var today = state.Hours.LocalDay(Clock.GetUtcNow());
            if (done.GetValueOrDefault(office) == today) continue;
            foreach (var line in await complaints.OpenAsync(office, cancel)) await PassAsync(office, state, line, today, cancel);
            done[office] = today;
        }
    }

    // The same name on every node and after every start: a day passes once.
    async Task PassAsync(OfficeCode office, OfficeState state, ComplaintLine line, DateOnly today, CancellationToken cancel)
    {
        var id = keys.CommandId($"{line.Id}/{today:yyMMdd}", $"worker/complaint/{office}", []);
        var link = address.Known is { } known ? $"{known}/p/{links.TokenOf(office, line.Id)}" : null;
        await writer.SendAsync(new(office, line.Id, new ComplaintCommand.PassTime(), Worker, id, link), cancel);
        if (line.Row.IsOverdue(today)) await TellAsync(office, state, line, cancel);
    }

    async Task TellAsync(OfficeCode office, OfficeState state, ComplaintLine line, CancellationToken cancel)
    {
        await notices.SendAsync(office, $"complaint/{line.Id}/{line.Row.Due:yyMMdd}", WriteAsync, cancel);

        async Task<IReadOnlyList<Letter>> WriteAsync()
        {
            await using var scope = scopes.CreateAsyncScope();
            var officers = scope.ServiceProvider.GetRequiredService<Officers>();
            var supervisors = (await officers.OfAsync(office, cancel)).Where(it => it.Role == Role.Supervisor);
            var above = supervisors.Concat(await officers.ManagersOfAsync(office, cancel));
            var (says, until) = (paper.Write(Languages.Names[0], () => WordsOf(state.Details.Name, line.Row)), Clock.GetUtcNow() + Life);
            return
            [
                .. above.Select(it => it.Email).OfType<string>()
                    .Select(it => new Letter(Guid.CreateVersion7(), EmailAddress.Parse(it, null), says, until)),
            ];
        }
    }

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(string office, ComplaintRow overdue) => new(
        office, text["Pengaduan {0} melewati tenggat di {1}", overdue.Code, office],
        text["Tenggatnya {0}. Buka Pengaduan untuk menindaklanjutinya.", Times.Date(overdue.Due!.Value)],
        text["Anda menerimanya karena tugas Anda di {0}.", office]);
}
