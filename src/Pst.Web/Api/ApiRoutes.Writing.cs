using Microsoft.OpenApi;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static void MapKeys(RouteGroupBuilder api) =>
        api.MapPost("/keys", (KeyEndpoint it, HttpContext http, CancellationToken cancel) => it.MakeAsync(http, cancel))
            .WithSummary("A new key, shown once; so this answer is not repeated.").Produces<NewKey>(StatusCodes.Status201Created)
            .Says((operation, document) => operation
                .Sends(Object(
                    Optional("office", Like("^[0-9]{4}$").Meaning("Without it a manager's, auditor's or admin's holds for all.")),
                    Needed("role", Word<Role>())))
                .Takes(ParameterLocation.Header, Described.Name)
                .Fails(document, 400, 401, 403, 404, 413, 503));

    static void MapOffice(RouteGroupBuilder office)
    {
        office.MapPut("", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.PutAsync(http, code, cancel))
            .WithSummary("Opens the office, or changes it; the same file again changes nothing.")
            .Matches().Says((operation, document) =>
            {
                var file = new OpenApiSchemaReference("Office", document);
                operation.Sends(file).Fails(document, 400, 401, 403, 404, 409, 413, 503);
                operation.Gives("200", "The file as it now stands.", file);
                operation.Gives("201", "The office is open.", file);
            });
        office.MapGet("", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.GetAsync(http, code, cancel))
            .Reads("The office's file.", document => new OpenApiSchemaReference("Office", document));
        office.MapGet("/standards", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.StandardsAsync(http, code, cancel))
            .Reads("All its standards, oldest first.", document => List(new OpenApiSchemaReference("Standard", document)));
        office.MapPost("/close_day", (DayEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.CloseAsync(http, code, cancel))
            .Writes<ClosedDay>("Settles every visit that arrived by then and is still open.", Object(Needed("date", Date())));
        office.MapPost("/lockers/{locker}/out_of_order",
                (LockerEndpoint it, HttpContext http, string code, string locker, CancellationToken cancel) =>
                    it.OutOfOrderAsync(http, code, locker, cancel))
            .Writes<LockerAnswer>("Takes a locker out.", Object(Needed("reason", Text(CommandBodies.MaxReason))));
        office.MapPost("/lockers/{locker}/back_in_order",
                (LockerEndpoint it, HttpContext http, string code, string locker, CancellationToken cancel) =>
                    it.BackInOrderAsync(http, code, locker, cancel))
            .Writes<LockerAnswer>("Puts it back.", Object());
        office.MapPost("/visitors/{visitorId}/erase",
                (ErasureEndpoint it, HttpContext http, string code, string visitorId, CancellationToken cancel) =>
                    it.EraseAsync(http, code, visitorId, cancel))
            .WithTags("visits")
            .Writes<ErasedVisitor>("Forgets a person under all records.", Object(Needed("reason", Text(CommandBodies.MaxReason))));
    }

    static void MapCommands(RouteGroupBuilder visit)
    {
        foreach (var command in CommandBodies.Names)
            visit.MapPost(command, (CommandEndpoint it, HttpContext http, string code, string visitId, CancellationToken cancel) =>
                    it.SendAsync(http, code, visitId, command, cancel))
                .WithName(command)
                .Writes<CommandAnswer>($"{command} on a visit.", CommandShapes.Of(command)).Matches();
    }
}
