using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static void MapPublications(RouteGroupBuilder publications)
    {
        publications.MapGet("", (PublicationQueries it, HttpContext http, CancellationToken cancel) => it.ListAsync(http, cancel))
            .WithSummary("Publications of the catalogue: without words the newest first, else those that fit best.")
            .Produces<PublicationList>().Says((operation, document) => operation.Takes(
                ParameterLocation.Query,
                Optional("q", Text().Meaning("Words or a number, 200 letters at most; of the last word the beginning is enough.")),
                Optional("year", Number(PublicationQueries.FirstYear, PublicationQueries.LastYear)), Optional("subject", Word<Subject>()),
                Optional("office", Like("^[0-9]{4}$").Meaning("Who published it.")), Optional("form", Word<ReadingForm>()),
                Optional("limit", Number(1, PublicationQueries.MostItems)),
                Optional("cursor", Text().Meaning("The page before ended there."))).Fails(document, 400, 401, 503));
        publications.MapGet("/{id}",
                (PublicationQueries it, HttpContext http, string id, CancellationToken cancel) => it.OneAsync(http, id, cancel))
            .WithSummary("One publication.").Produces<PublicationLine>()
            .Says((operation, document) => operation.Fails(document, 400, 401, 404, 503));
    }
}
