using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>Sends what visitors ask about their own data, and what a supervisor answers, as their forms say it.</summary>
public sealed class OwnDataForms(
    OwnDataWriter writer, OwnDataReads reads, EdgeKeys keys, ProjectionRunner projections, IStringLocalizer<Sentences> text)
{
    const int MaxName = 200, MaxWords = 2000;

    static readonly string[] Shown = [DataRequests.Projection.Name];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Corrects how the office knows and reaches the person; null when it is done, else what the page says.</summary>
    public async Task<FormAnswer?> ChangeAsync(OwnDataPass pass, FormFields form, CancellationToken cancel)
    {
        var read = Fields.OfForm(form.Said).Read(DetailsOf);
        if (read is not Valid<ChangedDetails>(var details)) return Faulty(read);
        var salt = Commitment.NewSalt();
        var request = new OwnDataRequest(
            pass.Office, pass.Visitor, new OwnDataCommand.Change(Commitment.ToDetails(details, salt)), pass.Caller, default, null)
        {
            Details = new(details, salt),
        };
        return await SendAsync(request, form, cancel);
    }

    /// <summary>Asks the office for something.</summary>
    public async Task<FormAnswer?> AskAsync(OwnDataPass pass, FormFields form, CancellationToken cancel)
    {
        var read = Fields.OfForm(form.Said).Read(
            it => (Kind: it.Word<DataRequestKind>("kind"), Words: it.OptionalText("words", MaxWords, lines: true)));
        if (read is not Valid<(DataRequestKind Kind, string? Words)>(var asked)) return Faulty(read);
        var beside = await reads.LastVisitAsync(pass, cancel);
        var words = Written(beside is null ? null : asked.Words);
        return await SendAsync(
            new(pass.Office, pass.Visitor, new OwnDataCommand.Ask(asked.Kind, words?.Id), pass.Caller, default, beside, Entries(words)),
            form, cancel);
    }

    /// <summary>Answers it.</summary>
    /// <param name="keepsWords">What is told stands in the vault, too; not where nothing of the person may.</param>
    public async Task<FormAnswer?> SettleAsync(
        OwnDataPass of, Caller caller, long request, RequestOutcome outcome, string? told, bool keepsWords, FormFields form,
        CancellationToken cancel)
    {
        var beside = keepsWords ? await reads.LastVisitAsync(of, cancel) : null;
        var words = Written(beside is null ? null : told);
        return await SendAsync(
            new(of.Office, of.Visitor, new OwnDataCommand.Settle(request, outcome, words?.Id), caller, default, beside, Entries(words)),
            form, cancel);
    }

    async Task<FormAnswer?> SendAsync(OwnDataRequest request, FormFields form, CancellationToken cancel)
    {
        if (!Guid.TryParse(form.CommandId, out _)) return Own("form.stale");
        var id = keys.CommandId(form.CommandId!, $"form/own/{request.Record}/{request.Command.GetType().Name}", form.Bytes());
        var outcome = await writer.SendAsync(request with { Id = id }, cancel);
        if (outcome is Done<StreamAnswer>(var done, _)) await projections.Progress.WaitAsync(Shown, done.Sequence, Patience, cancel);
        return outcome switch
        {
            Done<StreamAnswer> => null,
            Denied<StreamAnswer>(var reason) => new FormAnswer.Said(reason.Code, Problems.SentenceOf(reason)),
            _ => Own("form.stale"),
        };
    }

    static ChangedDetails DetailsOf(Fields who) => new(
        who.Text("name", MaxName), who.OptionalParsed<PhoneNumber>("phone", new InputError.NotAPhoneNumber())?.ToString(),
        who.OptionalParsed<PhoneNumber>("whatsapp", new InputError.NotAPhoneNumber())?.ToString(),
        who.OptionalText("institution", MaxName), who.OptionalBool("surveyContact") ?? false);

    static VaultEntry.Text? Written(string? words) => words is { Length: > 0 } ? VaultEntry.Text.Of(words) : null;

    static IReadOnlyList<VaultEntry> Entries(VaultEntry.Text? words) => words is null ? [] : [words];

    static FormAnswer.Wrong Faulty<T>(Input<T> read) => new(((Invalid<T>)read).Errors.Sentences(CultureInfo.CurrentUICulture));

    FormAnswer.Said Own(string code) => new(code, text[code]);
}
