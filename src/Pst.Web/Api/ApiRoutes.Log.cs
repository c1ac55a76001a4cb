using System.Net.Mime;
using Microsoft.OpenApi;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static void MapLog(RouteGroupBuilder log)
    {
        log.MapGet("/checkpoint", (LogQueries it, HttpContext http, CancellationToken cancel) => it.CheckpointAsync(http, cancel))
            .WithSummary("What was signed of the log last: C2SP's signed note.").Produces<string>(contentType: MediaTypeNames.Text.Plain)
            .Says((operation, document) => operation.Fails(document, 401, 403, 404, 409, 503));
        log.MapGet("/entries", (LogQueries it, HttpContext http, CancellationToken cancel) => it.EntriesAsync(http, cancel))
            .WithSummary("Entries of the log, 500 at most; of other offices' events an office's auditor gets the hashes.")
            .Produces<IReadOnlyList<EntryView>>().Says((operation, document) => operation
                .Takes(ParameterLocation.Query, Position("from"), Position("to")).Fails(document, 400, 401, 403, 503));
        log.MapGet("/proofs/inclusion", (LogQueries it, HttpContext http, CancellationToken cancel) => it.InclusionAsync(http, cancel))
            .WithSummary("That an entry is in the log of a size.").Produces<InclusionView>()
            .Says((operation, document) => operation
                .Takes(ParameterLocation.Query, Position("position"), Position("size")).Fails(document, 400, 401, 403, 404, 409, 503));
        log.MapGet("/proofs/consistency", (LogQueries it, HttpContext http, CancellationToken cancel) => it.ConsistencyAsync(http, cancel))
            .WithSummary("That the log of one size is the beginning of that of another.").Produces<ConsistencyView>()
            .Says((operation, document) => operation
                .Takes(ParameterLocation.Query, Position("from"), Position("to")).Fails(document, 400, 401, 403, 404, 409, 503));
    }

    static Member Position(string name) => Needed(name, Number(1, int.MaxValue));
}
