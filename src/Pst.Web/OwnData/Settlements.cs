using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Mail;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>Settles what visitors asked about their own data, and tells them by mail.</summary>
public sealed class Settlements(
    OwnDataForms forms, ErasureWriter erasures, PstDatabase database, Outbox outbox, LetterPaper paper, EdgeKeys keys,
    IStringLocalizer<Sentences> text, TimeProvider clock)
{
    const int MaxTold = 2000;
    const string Email = "select email, language from vault.visitor where tenant_id = $1 and visitor = $2";

    static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>Null when it is done; else what the page says.</summary>
    public async Task<FormAnswer?> SettleAsync(
        OpenOffice office, Caller caller, DataRequestLine line, FormFields form, CancellationToken cancel)
    {
        var read = Fields.OfForm(form.Said).Read(
            it => (Outcome: it.Word<RequestOutcome>("outcome"), Told: it.Text("told", MaxTold, lines: true)));
        if (read is not Valid<(RequestOutcome Outcome, string Told)>(var answer))
            return new FormAnswer.Wrong(((Invalid<(RequestOutcome, string)>)read).Errors.Sentences(CultureInfo.CurrentUICulture));

        var (request, reader) = (line.Request, await ReaderAsync(office.Code, line.Visitor, cancel));
        var erases = request.Kind == DataRequestKind.Erasure && answer.Outcome == RequestOutcome.Done;
        if (erases && await EraseAsync(office.Code, caller, line.Visitor, form, cancel) is { } why) return why;
        var refused = await forms.SettleAsync(
            new(office.Code, line.Visitor), caller, request.Version, answer.Outcome, answer.Told, keepsWords: !erases, form, cancel);
        if (refused is not null) return refused;
        // The form's id is the mail's: sent twice, it is one.
        if (reader is var (to, language) && Guid.TryParse(form.CommandId, out var id))
        {
            var says = paper.Write(language, () => WordsOf(office.State.Details, request, answer.Outcome, answer.Told));
            await outbox.PutAsync(new(id, to, says, clock.GetUtcNow() + Life), cancel);
        }
        return null;
    }

    // Nothing that was told names the person in the log's keeping: what is kept of an erasure is that it was asked for.
    async Task<FormAnswer?> EraseAsync(
        OfficeCode office, Caller caller, VisitorId visitor, FormFields form, CancellationToken cancel)
    {
        var id = keys.CommandId($"{form.CommandId}/erase", $"form/own/{visitor}/erase", form.Bytes());
        var reason = text["own.erasure.reason"].Value;
        return await erasures.SendAsync(new(office, visitor, reason, caller, id), cancel) switch
        {
            Done<ErasureAnswer> or Denied<ErasureAnswer>(VisitorRefusal.AlreadyErased) => null,
            Denied<ErasureAnswer>(var why) => StreamForms.Said(why),
            _ => new FormAnswer.Said("form.stale", text["form.stale"]),
        };
    }

    /// <summary>In the language in use, but for what was told.</summary>
    internal LetterWords WordsOf(OfficeDetails office, DataRequest request, RequestOutcome outcome, string told) => new(
        office.Name, text["own.settled.subject"],
        text["own.settled.body", office.Name, text[$"request.{Words.Of(request.Kind)}"].Value,
            Times.Long(request.Asked, office.TimeZone), text[$"outcome.{Words.Of(outcome)}"].Value, told].Value.Replace('|', '\n'),
        text["Anda menerimanya karena meminta sesuatu tentang data Anda kepada {0}.", office.Name]);

    async Task<(EmailAddress To, string Language)?> ReaderAsync(OfficeCode office, VisitorId visitor, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(
            database.App, office, GuardSql.Command(Email, [office.Value, visitor.Value]), cancel);
        return await rows.ReadAsync(cancel) && !rows.IsDBNull(0) && EmailAddress.TryParse(rows.GetString(0), null, out var email)
            ? (email, rows.GetString(1)) : null;
    }
}
