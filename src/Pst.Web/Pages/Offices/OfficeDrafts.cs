using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Standard;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Offices;

/// <summary>What an office's file would bring about, before anything is written.</summary>
/// <param name="Changes">Empty for an office that there is not yet.</param>
/// <param name="Preview">The public page as it would be; null where the file cannot be taken.</param>
public sealed record OfficeDraft(Sheet Sheet, IReadOnlyList<FileChange> Changes, PublicStandard? Preview);

/// <summary>
/// Tries an office's file on, and puts it: read by the file's own reader, decided by the one decider, written by the one write path.
/// </summary>
public sealed class OfficeDrafts(
    OfficeMemory offices, OfficeWriter writer, EdgeKeys keys, TimeProvider clock, IStringLocalizer<Sentences> text)
{
    /// <summary>An office with its file, for whoever may set it; null for anybody else.</summary>
    public async Task<OfficeSeen?> OpenAsync(Caller caller, OfficeCode office, CancellationToken cancel) =>
        caller.Sees(office) ? await offices.LookAsync(office, cancel) : null;

    /// <summary>Nothing is written.</summary>
    public async Task<OfficeDraft> TryAsync(JsonObject file, Caller caller, CancellationToken cancel)
    {
        var (read, wrong) = Read(file, caller);
        if (read is not { } office) return new(new(file, 0, wrong), [], null);

        var seen = await offices.LookAsync(office.Code, cancel);
        var changes = seen is null
            ? []
            : FileChanges.Between(OfficeFile.Write(seen.State.File(office.Code)), OfficeFile.Write(office), text);
        return TryOn(office, seen?.State, new(new(file, seen?.Version ?? 0), changes, null));
    }

    // Whether a locker is in use, and the zone is fixed, is looked at when it is put.
    OfficeDraft TryOn(Office office, OfficeState? before, OfficeDraft draft)
    {
        var now = clock.GetUtcNow();
        var facts = new OfficeFacts(office.Details.TimeZone.Day(now), HasVisits: false, []);
        return OfficeDecider.Decide(new OfficeCommand.PutFile(office), before, facts) switch
        {
            Refused<OfficeEvent>(var reason) => draft with { Sheet = draft.Sheet with { Answer = Said(reason) } },
            Accepted<OfficeEvent>(var events) =>
                draft with { Preview = PublicStandard.Of(events.Aggregate(before, OfficeState.Evolve)!, now, newest: true) },
            var other => throw new InvalidOperationException($"{other} is no answer to a file."),
        };
    }

    /// <summary>Null when it is done; else what is wrong.</summary>
    public async Task<FormAnswer?> PutAsync(JsonObject file, Caller caller, FormFields form, CancellationToken cancel)
    {
        var (read, wrong) = Read(file, caller);
        if (read is not { } office) return wrong;
        if (!Guid.TryParse(form.CommandId, out _) || form.SeenVersion is null) return Own("form.stale");

        var id = keys.CommandId(form.CommandId!, "form/office", JsonSerializer.SerializeToUtf8Bytes(file));
        var request = new OfficeRequest(office.Code, new OfficeCommand.PutFile(office), caller, id) { IfMatch = form.SeenVersion };
        return await writer.SendAsync(request, cancel) switch
        {
            Done<OfficeAnswer> => null,
            Denied<OfficeAnswer>(var reason) => Said(reason),
            MovedOn<OfficeAnswer> => Own("office.moved_on"),
            _ => Own("form.stale"),
        };
    }

    (Office? Office, FormAnswer? Wrong) Read(JsonObject file, Caller caller) =>
        OfficeFile.Read(JsonSerializer.SerializeToElement(file)) switch
        {
            Valid<Office>(var office) when caller.Sees(office.Code) => (office, null),
            Valid<Office> => (null, Own("office.elsewhere")),
            Invalid<Office>(var errors) => (null, new FormAnswer.Wrong(errors.Sentences(CultureInfo.CurrentUICulture))),
            var other => throw new InvalidOperationException($"{other} is no answer of a reader."),
        };

    static FormAnswer.Said Said(Refusal reason) => new(reason.Code, Problems.SentenceOf(reason));

    FormAnswer.Said Own(string code) => new(code, text[code]);
}
