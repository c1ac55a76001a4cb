using Bogus;

namespace Pst.Web.Simulation;

/// <summary>Ids and chance that follow from a name: what is made again has the same ones.</summary>
/// <param name="name">Of the whole; everything else is named within it.</param>
internal sealed class Seeds(string name)
{
    public Guid Id(string what) => SampleId.Of(name.Length == 0 ? what : $"{name}/{what}");

    public int Number(string what) => BitConverter.ToInt32(Id($"seed/{what}").ToByteArray());

    public Randomizer Chance(string what) => new(Number(what));
}
