using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Forms;

/// <summary>Sends what a form asks of the caller's own office. The answer is the refusal's sentence, or null when it is done.</summary>
public sealed class OfficeForms(OfficeWriter writer, EdgeKeys keys, IStringLocalizer<Sentences> text)
{
    /// <summary>Before the day in the names of a roster's fields.</summary>
    public const string DutyOn = "duty.";

    const int MaxReason = 2000;

    public async Task<string?> PutOutOfOrderAsync(HttpContext http, Locker locker, CancellationToken cancel)
    {
        var fields = await FormFields.ReadAsync(http.Request, cancel);
        if (Fields.OfForm(fields.Said).Read(it => it.Text("reason", MaxReason, lines: true)) is not Valid<string>(var said))
            return text["Tuliskan alasannya, lalu kirim lagi."];
        var reason = VaultEntry.Text.Of(said);
        return await SendAsync(http, new OfficeCommand.PutOutOfOrder(locker, reason.Id), fields, [reason], cancel);
    }

    public async Task<string?> PutBackInOrderAsync(HttpContext http, Locker locker, CancellationToken cancel) =>
        await SendAsync(http, new OfficeCommand.PutBackInOrder(locker), await FormFields.ReadAsync(http.Request, cancel), [], cancel);

    /// <param name="officers">The accounts of those who may be on duty.</param>
    public async Task<string?> PlanDutiesAsync(HttpContext http, IReadOnlyCollection<Guid> officers, CancellationToken cancel)
    {
        var fields = await FormFields.ReadAsync(http.Request, cancel);
        var days = DutiesIn(fields).ToList();
        if (days.Any(it => it.Officer is { } officer && !officers.Contains(officer))) return text["form.stale"];
        return await SendAsync(http, new OfficeCommand.PlanDuties([.. days]), fields, [], cancel);
    }

    public async Task<string?> SwapDutiesAsync(HttpContext http, CancellationToken cancel)
    {
        var fields = await FormFields.ReadAsync(http.Request, cancel);
        var read = Fields.OfForm(fields.Said).Read(it => new OfficeCommand.SwapDuties(it.Date("day"), it.Date("with")));
        return read is Valid<OfficeCommand.SwapDuties>(var swap) ? await SendAsync(http, swap, fields, [], cancel) : text["form.stale"];
    }

    // A field a day; whatever names no account means nobody.
    static IEnumerable<PlannedDuty> DutiesIn(FormFields fields)
    {
        foreach (var (name, officer) in fields.Said)
            if (name.StartsWith(DutyOn, StringComparison.Ordinal)
                && DateOnly.TryParseExact(name[DutyOn.Length..], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                yield return new(day, Guid.TryParse(officer, out var account) ? account : null);
    }

    async Task<string?> SendAsync(
        HttpContext http, OfficeCommand command, FormFields fields, IReadOnlyList<VaultEntry> entries, CancellationToken cancel)
    {
        if (IdOf(fields, command.GetType().Name) is not { } id) return text["form.stale"];
        var caller = http.User.ToCaller()!;
        return SentenceOf(await writer.SendAsync(new(caller.Office!.Value, command, caller, id, entries), cancel));
    }

    CommandId? IdOf(FormFields fields, string command) =>
        Guid.TryParse(fields.CommandId, out _) ? keys.CommandId(fields.CommandId!, $"form/{command}", fields.Bytes()) : null;

    string? SentenceOf<T>(Outcome<T> outcome) => outcome switch
    {
        Done<T> => null,
        Denied<T>(var reason) => Problems.SentenceOf(reason),
        Wrong<T>(var wrong) => InputErrors.Of(wrong.Field, wrong.Error).Sentences(CultureInfo.CurrentUICulture)[wrong.Field][0],
        _ => text["form.stale"],
    };
}
