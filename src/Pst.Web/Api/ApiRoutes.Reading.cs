using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static void MapVisits(RouteGroupBuilder office)
    {
        office.MapGet("/visits", (VisitQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<VisitList>("Visits, the last to arrive first.",
                Optional("from", Date()), Optional("to", Date()), Optional("status", Word<VisitStatus>()), Optional("sla", Word<Verdict>()),
                Optional("q", Like("^[A-Z]{2}-[0-9]{3,}$").Meaning("A ticket.")), Optional("limit", Number(1, VisitQueries.MostItems)),
                Optional("cursor", Text().Meaning("The page before ended there.")));
        office.MapGet("/visits/{visitId}",
                (VisitQueries it, HttpContext http, string code, string visitId, CancellationToken cancel) =>
                    it.OneAsync(http, code, visitId, cancel))
            .Reads<VisitView>("A visit as it is, or as it was.",
                Optional("version", Number(1, int.MaxValue)), Optional("asOf", Instant().Meaning("What had occurred by then.")),
                Optional("seenAt", Instant().Meaning("What was recorded by then.")));
        office.MapGet("/visits/{visitId}/events",
                (VisitQueries it, HttpContext http, string code, string visitId, CancellationToken cancel) =>
                    it.EventsAsync(http, code, visitId, cancel))
            .Reads<IReadOnlyList<RecordedEvent>>("All that happened in a visit.");
        office.MapGet("/visitors/{visitorId}",
                (BoardQueries it, HttpContext http, string code, string visitorId, CancellationToken cancel) =>
                    it.VisitorAsync(http, code, visitorId, cancel))
            .Reads<VisitorDetails>("Who a visitor is; who asks is recorded.");
        office.MapGet("/reads", (ReadQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<ReadList>("Who saw whose data, the last look first; without days those of the last seven.",
                Optional("from", Date()), Optional("to", Date()), Optional("reader", Like(ReadQueries.Actor)),
                Optional("visitor", Formatted("uuid")),
                Optional("limit", Number(1, VisitQueries.MostItems)), Optional("cursor", Number(1, int.MaxValue)));
    }

    static void MapBoards(RouteGroupBuilder office)
    {
        office.MapGet("/queue", (BoardQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.QueueAsync(http, code, cancel))
            .Reads<QueueView>("Who waits, and who is being served.");
        office.MapGet("/custody", (BoardQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.CustodyAsync(http, code, cancel))
            .Reads<CustodyView>("What the front office holds.");
        office.MapGet("/stream", (StreamEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.OpenAsync(http, code, cancel))
            .WithSummary("Server-sent events: id is the position, event the type, data {visit, version}.")
            .Produces<string>(contentType: "text/event-stream").Says((operation, document) => operation
                .Takes(ParameterLocation.Query, Optional("after", Number(0).Meaning("The position to go on behind.")))
                .Takes(ParameterLocation.Header, Optional("Last-Event-ID", Number(0)))
                .Fails(document, 400, 401, 403, 404, 503));
    }

    static void MapReports(RouteGroupBuilder reports)
    {
        Member[] days = [Needed("from", Date()), Needed("to", Date())];
        reports.MapGet("/sla", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.SlaAsync(http, code, cancel))
            .Reads<SlaReport>("How the promise on time was kept.", days);
        reports.MapGet("/ratings", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.RatingsAsync(http, code, cancel))
            .Reads<RatingsReport>("How visitors judged the service.", days);
        reports.MapGet("/copies", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.CopiesAsync(http, code, cancel))
            .Reads<CopiesReport>("What was copied.", days);
        reports.MapGet("/visits", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
                it.VisitsAsync(http, code, cancel))
            .Reads<IReadOnlyList<VisitCount>>("Visits and people, counted by one thing.",
                [.. days, Optional("by", OneOf(VisitCounts.Spellings))]);
    }
}
