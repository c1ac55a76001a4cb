using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Erasing;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Erasing;

/// <summary>Sends what a supervisor's form asks of erasing and holding. The answer is the sentence that says why not, or null.</summary>
public sealed class ErasureForms(
    ErasureWriter erasures, VisitorWriter visitors, RetentionWriter retention, EdgeKeys keys, IStringLocalizer<Sentences> text)
{
    /// <summary>Forgets a person, holds what is known of them, or lifts the hold.</summary>
    /// <param name="act">erase, hold or lift.</param>
    public async Task<string?> SendAsync(Caller caller, VisitorId record, string? act, FormFields form, CancellationToken cancel)
    {
        if (Prepare(caller, form, $"form/person/{record}/{act}") is not var (office, id, reason)) return text["form.stale"];
        if (reason is null) return text["Tuliskan alasannya, lalu kirim lagi."];
        var kept = VaultEntry.Text.Of(reason);
        return act switch
        {
            "erase" => Sentence(await erasures.SendAsync(new(office, record, reason, caller, id), cancel)),
            "hold" => Sentence(await visitors.SendAsync(new(office, record, new VisitorCommand.Hold(kept.Id), caller, id, kept), cancel)),
            "lift" => Sentence(await visitors.SendAsync(new(office, record, new VisitorCommand.Lift(kept.Id), caller, id, kept), cancel)),
            _ => text["form.stale"],
        };
    }

    /// <summary>Holds a period, or lifts that.</summary>
    public async Task<string?> SendAsync(Caller caller, string? act, FormFields form, CancellationToken cancel)
    {
        if (Prepare(caller, form, $"form/period/{act}") is not var (office, id, reason)) return text["form.stale"];
        if (reason is null) return text["Tuliskan alasannya, lalu kirim lagi."];
        var kept = VaultEntry.Text.Of(reason);
        return CommandOf(act, form, kept.Id) is { } command
            ? Sentence(await retention.SendAsync(new(office, command, caller, id, kept), cancel)) : text["form.stale"];
    }

    static RetentionCommand? CommandOf(string? act, FormFields form, Guid reason)
    {
        var fields = Fields.OfForm(form.Said.Where(it => it.Key is not "reason"));
        return act switch
        {
            "hold" => (fields.Read(it => new RetentionCommand.HoldPeriod(it.Date("from"), it.Date("to"), reason))
                as Valid<RetentionCommand.HoldPeriod>)?.Value,
            "lift" => (fields.Read(it => new RetentionCommand.LiftPeriod(it.Int("hold", 1, int.MaxValue), reason))
                as Valid<RetentionCommand.LiftPeriod>)?.Value,
            _ => null,
        };
    }

    (OfficeCode Office, CommandId Id, string? Reason)? Prepare(Caller caller, FormFields form, string path)
    {
        if (caller.Office is not { } office || !caller.Role.May(Act.EraseData) || !Guid.TryParse(form.CommandId, out _)) return null;
        var reason = form["reason"] is { } said && said.Trim() is { Length: > 0 and <= CommandBodies.MaxReason } trimmed ? trimmed : null;
        return (office, keys.CommandId(form.CommandId!, path, form.Bytes()), reason);
    }

    string? Sentence<T>(Outcome<T> outcome) => outcome switch
    {
        Done<T> => null,
        Denied<T>(var reason) => Problems.SentenceOf(reason),
        Wrong<T>(var wrong) => InputErrors.Of(wrong.Field, wrong.Error).Sentences(CultureInfo.CurrentUICulture)[wrong.Field][0],
        _ => text["form.stale"],
    };
}
