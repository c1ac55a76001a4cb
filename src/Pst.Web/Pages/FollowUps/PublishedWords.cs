using Pst.Domain;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Pages.FollowUps;

/// <summary>What everybody may read of an office's follow-up: "Anda menyampaikan, kami menindaklanjuti".</summary>
public sealed class PublishedWords(Projections.FollowUps actions, OpenWords words)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublishedWord>> ListAsync(OfficeCode office, int most, CancellationToken cancel)
    {
        var lines = await actions.PublicAsync(office, most, cancel);
        var texts = await words.OfOfficeAsync(
            office, [.. lines.SelectMany(it => (Guid[])[it.Row.Published!.Said, it.Row.Published.Done])], cancel);
        return
        [
            .. lines.Select(it => it.Row.Published!).Where(it => texts.ContainsKey(it.Said) && texts.ContainsKey(it.Done))
                .Select(it => new PublishedWord(texts[it.Said], texts[it.Done], it.At)),
        ];
    }
}

/// <param name="Said">What visitors said.</param>
/// <param name="Done">What the office did.</param>
public sealed record PublishedWord(string Said, string Done, DateTimeOffset At);
