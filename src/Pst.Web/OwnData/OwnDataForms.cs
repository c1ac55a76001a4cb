using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>Sends what visitors ask about their own data, and what a supervisor answers, as their forms say it.</summary>
public sealed class OwnDataForms(OwnDataWriter writer, OwnDataReads reads, StreamForms forms)
{
    const int MaxName = 200, MaxWords = 2000;

    /// <summary>Corrects how the office knows and reaches the person; null when it is done, else what the page says.</summary>
    public async Task<FormAnswer?> ChangeAsync(OwnDataPass pass, FormFields form, CancellationToken cancel)
    {
        var read = Fields.OfForm(form.Said).Read(DetailsOf);
        if (read is not Valid<ChangedDetails>(var details)) return StreamForms.Wrong(read);
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
        if (read is not Valid<(DataRequestKind Kind, string? Words)>(var asked)) return StreamForms.Wrong(read);
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

    Task<FormAnswer?> SendAsync(OwnDataRequest request, FormFields form, CancellationToken cancel) => forms.SendAsync(
        form, $"form/own/{request.Record}/{request.Command.GetType().Name}", form.Bytes(), DataRequests.Projection.Name,
        id => writer.SendAsync(request with { Id = id }, cancel), cancel);

    static ChangedDetails DetailsOf(Fields who) => new(
        who.Text("name", MaxName), who.OptionalParsed<PhoneNumber>("phone", new InputError.NotAPhoneNumber())?.ToString(),
        who.OptionalParsed<PhoneNumber>("whatsapp", new InputError.NotAPhoneNumber())?.ToString(),
        who.OptionalText("institution", MaxName), who.OptionalBool("surveyContact") ?? false);

    static VaultEntry.Text? Written(string? words) => words is { Length: > 0 } ? VaultEntry.Text.Of(words) : null;

    static IReadOnlyList<VaultEntry> Entries(VaultEntry.Text? words) => words is null ? [] : [words];
}
