using System.Text;
using System.Text.Json;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Bench;

/// <summary>Whole commands: load the visit and the facts, decide, append one event with its guard and the command's id.</summary>
/// <param name="name">Tells these commands' ids from others'.</param>
sealed class Commands(Country country, string name)
{
    static readonly Caller Staff = new("bench:staff", Role.Staff, null);
    static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"sheets":1}""");

    readonly VisitWriter writer = country.Get<VisitWriter>();
    readonly EdgeKeys keys = country.Get<EdgeKeys>();
    int sent;

    public async Task SendAsync(PastVisit visit)
    {
        var asked = (Valid<AskedCommand>)CommandBodies.Read("make_copies", Fields.Of(JsonElement.Parse(Body)), Staff.Role)!;
        var path = $"/api/v1/offices/{visit.Office}/visits/{visit.Id}/make_copies";
        var id = keys.CommandId($"{name}-{Interlocked.Increment(ref sent)}", path, Body);
        var outcome = await writer.SendAsync(new(visit.Office, visit.Id, asked.Value, Staff, id), CancellationToken.None);
        if (outcome is not Done<VisitAnswer>)
            throw new InvalidOperationException($"{outcome}");
    }
}
