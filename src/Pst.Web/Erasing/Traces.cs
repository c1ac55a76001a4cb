using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Mail;
using Pst.Web.Pages.Kiosk;
using Pst.Web.Vault;

namespace Pst.Web.Erasing;

/// <summary>What of a person lies where no key leads to it: sealed forms that a rule refused, and mails in a folder.</summary>
public sealed class Traces(RefusedForms refused, KeptSeal seal, MailRoute mails)
{
    const string Forget = "delete from vault.refused_form where tenant_id = $1 and id = any($2)";

    /// <summary>The statements that take the person's waiting forms away; none where there is none.</summary>
    /// <param name="words">What the person is called, and where they are reached.</param>
    public async Task<IReadOnlyList<NpgsqlBatchCommand>> FormsOfAsync(
        OfficeCode office, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var (known, waiting) = (words.ToHashSet(StringComparer.OrdinalIgnoreCase), await refused.ListAsync(office, cancel));
        Guid[] theirs = [.. waiting.Where(it => IsOf(seal.Open(office, it.Box), known)).Select(it => it.Id)];
        return theirs is [] ? [] : [GuardSql.Command(Forget, [office.Value, theirs])];
    }

    /// <summary>Removes mails to the person that lie in the folder for mails, where no server is named.</summary>
    public void ForgetMails(IReadOnlyList<string> words) => mails.Forget([.. words.Where(it => EmailAddress.TryParse(it, null, out _))]);

    static bool IsOf(KeptForm? form, HashSet<string> known) =>
        form is not null && form.Fields.Said.Select(it => it.Value).Append(form.Contact ?? "").SelectMany(Spellings).Any(known.Contains);

    static IEnumerable<string> Spellings(string typed)
    {
        yield return typed.Trim();
        if (EmailAddress.TryParse(typed, null, out var email)) yield return email.Value;
        if (PhoneNumber.TryParse(typed, null, out var phone)) yield return phone.Normal;
    }
}
