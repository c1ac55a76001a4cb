using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Pages.History;

/// <summary>What of a visit is personal: who came, what was noted and said. It shows to those alone who say why they ask.</summary>
public sealed class PersonalReads(VisitorFile file, Streams streams)
{
    /// <summary>First it is recorded who looks and why, then this is what there is to see.</summary>
    public async Task<PersonalPart> OpenAsync(
        OfficeCode office, VisitView visit, ReadPurpose purpose, Caller caller, CancellationToken cancel)
    {
        var details = visit.Visitor is { } visitor ? await file.OpenAsync(office, visitor, purpose, caller, cancel) : null;
        var words = (await streams.ReadAsync(office.Value, visit.Id.Value, cancel)).Standing()
            .Where(it => it.Data is not Rated || visit.Status == VisitStatus.Departed || caller.Role.SeesRatingsEarly())
            .Select(it => (it.Version, it.Alias, Text: TextOf(it.Data))).Where(it => it.Text is not null).ToList();
        var texts = await file.OpenTextsAsync(
            office, [.. words.Select(it => it.Text!.Value)], purpose with { What = Seen.Text }, caller, cancel);
        return new(details, [.. words.Select(it => new Written(it.Version, it.Alias, texts.GetValueOrDefault(it.Text!.Value)))]);
    }

    static Guid? TextOf(object happened) => happened switch
    {
        NoteTaken it => it.Note,
        IdHandedOver it => it.To,
        Rated it => it.CommentRef,
        _ => null,
    };
}

/// <summary>The personal part of a visit, opened.</summary>
/// <param name="Details">Null where nobody signed, and where it was erased.</param>
public sealed record PersonalPart(VisitorDetails? Details, IReadOnlyList<Written> Words);

/// <summary>What was written in a visit.</summary>
/// <param name="Version">Its event.</param>
/// <param name="Text">Null where it was erased.</param>
public sealed record Written(long Version, string Alias, string? Text);
