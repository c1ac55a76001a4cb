using Npgsql;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Library;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// Takes away made files that nobody may fetch any more: their requests ended, or whoever asked was forgotten. It begins from the folder,
/// so that whatever was interrupted is seen again in the next round.
/// </summary>
internal sealed class MadeFiles(
    OfficeMemory offices, SoftcopyBoard softcopies, PstDatabase database, IConfiguration configuration, TimeProvider clock)
{
    const string Known = "select visit from vault.complainant where visit = any($1)";

    // A file lies there before its event is stored, and some time before that is told.
    static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    readonly StoredFiles made = new(configuration, "softcopy");

    public async Task ClearAsync(CancellationToken cancel)
    {
        var (now, living) = (clock.GetUtcNow(), new List<SoftcopyLine>());
        foreach (var office in await offices.CodesAsync(cancel)) living.AddRange(await softcopies.LivingAsync(office, cancel));
        var known = await KnownAsync([.. living.Select(it => it.Id.Value)], cancel);
        var needed = living.Where(it => it.Row.IsOpen || (it.Row.Until >= now && known.Contains(it.Id.Value)));
        made.Clear(needed.Select(it => it.Row.File?.Sha256).OfType<string>().ToHashSet(), now - Fresh);
    }

    // Of whom it is still known who asked.
    async Task<HashSet<Guid>> KnownAsync(Guid[] requests, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Known);
        command.Parameters.Add(new() { Value = requests });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var known = new HashSet<Guid>();
        while (await rows.ReadAsync(cancel)) known.Add(rows.GetGuid(0));
        return known;
    }
}
