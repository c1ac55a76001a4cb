using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Api;
using Pst.Web.Erasing;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.VisitorAccounts;

/// <summary>
/// Forgets somebody at their own wish: their records in every office, then the account itself. What an office must keep it keeps, says why,
/// and the account stays with it, so that its owner can come back to that.
/// </summary>
public sealed class AccountErasure(
    AccountRecords records, AccountFile file, ErasureWriter writer, EdgeKeys keys, IStringLocalizer<Sentences> text)
{
    /// <summary>What was refused, by office; nothing where all of it is gone, the account with it.</summary>
    /// <param name="form">Made with the form: two taps are one.</param>
    public async Task<IReadOnlyList<(string Office, string Why)>> ForgetAsync(VisitorAccount account, Guid form, CancellationToken cancel)
    {
        var refused = new List<(string, string)>();
        foreach (var it in await records.AllAsync(account, cancel))
        {
            var id = keys.CommandId($"{form}/{it.Office}", $"form/own/{it.Record}/erase", []);
            var reason = text["own.erasure.reason"].Value;
            var outcome = await writer.SendAsync(new(it.Office, it.Record, reason, account.In(it.Office), id), cancel);
            if (outcome is Denied<ErasureAnswer>(var why) and not Denied<ErasureAnswer>(VisitorRefusal.AlreadyErased))
                refused.Add((it.Name, Problems.SentenceOf(why)));
            else if (outcome is not (Done<ErasureAnswer> or Denied<ErasureAnswer>)) refused.Add((it.Name, text["form.stale"]));
        }
        if (refused.Count == 0) await file.ForgetAsync(account, cancel);
        return refused;
    }
}
