using Pst.Projections;

namespace Pst.Web.Hosting;

/// <summary>Every projection that this program keeps.</summary>
public static class KeptProjections
{
    public static IReadOnlyList<Projection> All => Projections.Projections.All;

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(it => it.Name)];
}
