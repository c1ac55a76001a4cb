using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Simulation;

/// <summary>Who acts in a simulated office: the demo's accounts, to which one can sign in there, a kiosk, the application itself.</summary>
internal sealed class Crew(OfficeCode office)
{
    public Caller Kiosk { get; } = new($"device:{KioskOf(office)}", Role.Kiosk, office, KioskOf(office));
    public Caller Staff { get; } = Account(office, Role.Staff);
    public Caller Supervisor { get; } = Account(office, Role.Supervisor);
    public Caller Admin { get; } = Account(null, Role.Admin);

    /// <summary>A visitor at home, signed in to an account of the service.</summary>
    public Caller Visitor { get; } = new("visitor:demo", Role.Visitor, office);

    /// <summary>Serves those who come online.</summary>
    public Caller Application { get; } = new("worker:online", Role.Staff, office);

    /// <param name="office">Null for all offices.</param>
    public static Guid PersonOf(OfficeCode? office, Role role) => SampleId.Of($"person/{office?.Value ?? "all"}/{Words.Of(role)}");

    public static Guid KioskOf(OfficeCode office) => SampleId.Of($"kiosk/{office}");

    static Caller Account(OfficeCode? office, Role role) => new($"user:{PersonOf(office, role)}", role, office);
}
