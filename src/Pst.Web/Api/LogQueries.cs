using System.Net.Mime;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Api;

/// <summary>The log as others check it: what was signed, the entries, and the proofs between them. For auditors.</summary>
public sealed class LogQueries(PstDatabase database, Notary notary, Checkpoints checkpoints, LogTree tree)
{
    // An answer's positions; who wants more asks from there on.
    const int MostEntries = 500;

    /// <summary>The newest checkpoint, signed now where the log has grown.</summary>
    public Task<IResult> CheckpointAsync(HttpContext http, CancellationToken cancel) =>
        AnswerAsync(http, _ => true, async _ => await notary.SignAsync(cancel) is { } signed
            ? Results.Text(signed.Note, MediaTypeNames.Text.Plain)
            : Problems.NotFound());

    /// <summary>
    /// Some positions, both included, of more than 500 the first; of other offices' events an office's auditor gets the hashes.
    /// </summary>
    public Task<IResult> EntriesAsync(HttpContext http, CancellationToken cancel) =>
        AnswerAsync(
            http, query => Stretch(query, "from", "to"),
            async asked => Json((await EntriesAsync(
                http.User.ToCaller()!, asked.From, Math.Min(asked.To, asked.From - 1L + MostEntries), cancel)).Select(EntryView.Of)));

    /// <summary>That a position is in the log of a size.</summary>
    public Task<IResult> InclusionAsync(HttpContext http, CancellationToken cancel) =>
        AnswerAsync(http, query => Stretch(query, "position", "size"), async asked =>
        {
            var (position, size) = asked;
            if (!await IsSignedAsync(size, cancel)) return Problems.NotFound();
            var (proof, root) = (await tree.InclusionAsync(position, size, cancel), await tree.RootAsync(size, cancel));
            var leaf = (await EntriesAsync(http.User.ToCaller()!, position, position, cancel))[0].Leaf;
            return Json(new InclusionView(position, size, Hex(leaf), Hex(root), [.. proof.Select(Hex)]));
        });

    /// <summary>That the log of one size is the beginning of that of another.</summary>
    public Task<IResult> ConsistencyAsync(HttpContext http, CancellationToken cancel) =>
        AnswerAsync(http, query => Stretch(query, "from", "to"), async asked =>
        {
            var (from, to) = asked;
            if (!await IsSignedAsync(to, cancel)) return Problems.NotFound();
            var (older, newer) = (await tree.RootAsync(from, cancel), await tree.RootAsync(to, cancel));
            var proof = await tree.ConsistencyAsync(from, to, cancel);
            return Json(new ConsistencyView(from, to, Hex(older), Hex(newer), [.. proof.Select(Hex)]));
        });

    static async Task<IResult> AnswerAsync<T>(HttpContext http, Func<Fields, T> shape, Func<T, Task<IResult>> answer)
    {
        if (!http.User.ToCaller()!.Role.May(Act.SeeLog)) return Problems.Refused(new NotPermitted());
        var read = Fields.OfForm(http.Request.Query.Select(it => KeyValuePair.Create(it.Key, $"{it.Value}"))).Read(shape);
        if (read is not Valid<T>(var asked)) return Problems.Invalid(((Invalid<T>)read).Errors);
        try { return await answer(asked); }
        catch (Exception broken) when (broken is LogBrokenException or ForeignKeyException)
        {
            return Results.Problem(title: broken.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    static (int From, int To) Stretch(Fields query, string from, string to)
    {
        var (first, last) = (query.Int(from, 1, int.MaxValue), query.Int(to, 1, int.MaxValue));
        if (last > 0 && last < first) query.At(to).Refuse(new InputError.OutOfRange(first, int.MaxValue));
        return (first, last);
    }

    // Proofs reach as far as what was signed; what was added since is signed when it is asked for.
    async Task<bool> IsSignedAsync(long size, CancellationToken cancel) =>
        (await checkpoints.NewestAsync(cancel))?.Checkpoint.Size >= size
        || (await notary.SignAsync(cancel))?.Checkpoint.Size >= size;

    async Task<IReadOnlyList<LoggedEntry>> EntriesAsync(Caller caller, long from, long to, CancellationToken cancel)
    {
        await using var rows = caller.Office is { } office
            ? await OfficeReads.QueryAsync(database.App, office, LoggedEvents.Between(from, to), cancel)
            : await AllAsync(LoggedEvents.Between(from, to), cancel);
        return await LoggedEvents.ReadAsync(rows, cancel);
    }

    async Task<NpgsqlDataReader> AllAsync(NpgsqlBatchCommand query, CancellationToken cancel)
    {
        var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        return await batch.ExecuteReaderAsync(System.Data.CommandBehavior.CloseConnection, cancel);
    }

    static IResult Json<T>(T found) => Results.Json(found, ApiJson.Options);
    static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

/// <param name="Leaf">The hash of the entry's leaf, in hex; so are all hashes here.</param>
/// <param name="Event">Every column of the stored event, data and headers to the letter; null where it is another office's.</param>
public sealed record EntryView(long Position, string Leaf, LoggedEvent? Event)
{
    internal static EntryView Of(LoggedEntry entry) => new(entry.Position, Convert.ToHexStringLower(entry.Leaf), entry.Event);
}

/// <param name="Proof">The hashes of RFC 6962, 2.1.1, for the index <paramref name="Position"/> − 1.</param>
public sealed record InclusionView(long Position, long Size, string Leaf, string Root, IReadOnlyList<string> Proof);

/// <param name="Proof">The hashes of RFC 6962, 2.1.2.</param>
public sealed record ConsistencyView(long From, long To, string FromRoot, string ToRoot, IReadOnlyList<string> Proof);
