using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>What publications are called, where nothing else of them is asked.</summary>
public sealed class PublicationTitles(PstDatabase database)
{
    const string Named = """
        select p.domain, p.pub_id, p.title from library.publication p
        join unnest($1, $2) as asked (domain, pub_id) on p.domain = asked.domain and p.pub_id = asked.pub_id
        """;

    /// <summary>One that the catalogue has no more is called by its number.</summary>
    public async Task<IReadOnlyDictionary<PublicationId, string>> OfAsync(
        IReadOnlyCollection<PublicationId> publications, CancellationToken cancel)
    {
        var titles = publications.Distinct().ToDictionary(it => it, it => it.Value);
        (string Domain, string Id)[] asked = [.. titles.Keys.Select(PublicationLine.PartsOf).OfType<(string, string)>()];
        if (asked.Length == 0) return titles;
        await using var command = database.App.CreateCommand(Named);
        command.Parameters.Add(new() { Value = asked.Select(it => it.Domain).ToArray() });
        command.Parameters.Add(new() { Value = asked.Select(it => it.Id).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) titles[PublicationLine.IdOf(rows.GetString(0), rows.GetString(1))] = rows.GetString(2);
        return titles;
    }
}
