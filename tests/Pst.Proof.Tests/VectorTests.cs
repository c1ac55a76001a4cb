using System.Globalization;
using System.Text;
using System.Text.Json;
using Pst.Testing;

namespace Pst.Proof.Tests;

/// <summary>The agreed tree: roots and proofs as others make them, and what must be refused.</summary>
public sealed class VectorTests
{
    static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Shared.File("vectors/merkle.json"))).RootElement;

    static byte[] Hex(JsonElement element) => Convert.FromHexString(element.GetString()!);
    static List<byte[]> Hexes(JsonElement element) => [.. element.EnumerateArray().Select(Hex)];
    static JsonElement.ArrayEnumerator Cases(params string[] path) =>
        path.Aggregate(Vectors, (at, name) => at.GetProperty(name)).EnumerateArray();

    static List<byte[]> Small { get; } = [.. Cases("leaves").Select(it => Merkle.Leaf(Hex(it)))];

    static List<byte[]> Large { get; } =
    [
        .. Enumerable.Range(0, Vectors.GetProperty("large").GetProperty("count").GetInt32())
            .Select(it => Merkle.Leaf(Encoding.ASCII.GetBytes(it.ToString(CultureInfo.InvariantCulture)))),
    ];

    [Fact]
    public void Leaves_and_the_empty_tree_have_their_hashes()
    {
        Small.ShouldBe(Cases("leafHashes").Select(Hex));
        Merkle.EmptyRoot.ShouldBe(Hex(Vectors.GetProperty("emptyRoot")));
        new Frontier().Root().ShouldBe(Merkle.EmptyRoot);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Roots_are_the_agreed_ones(bool isLarge)
    {
        foreach (var it in isLarge ? Cases("large", "roots") : Cases("roots"))
            Tree(isLarge, it.GetProperty("size").GetInt32()).Root().ShouldBe(Hex(it.GetProperty("root")));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_leaf_is_proven_as_agreed(bool isLarge)
    {
        foreach (var it in isLarge ? Cases("large", "inclusion") : Cases("inclusion"))
        {
            var (index, size) = (it.GetProperty("index").GetInt64(), it.GetProperty("size").GetInt64());
            var proof = Made(isLarge, ProofPlan.Inclusion(index, size));

            proof.ShouldBe(Hexes(it.GetProperty("proof")));
            ProofCheck.IsIncluded(Merkle.Leaf(Hex(it.GetProperty("leaf"))), index, size, proof, Hex(it.GetProperty("root"))).ShouldBeTrue();
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_beginning_is_proven_as_agreed(bool isLarge)
    {
        foreach (var it in isLarge ? Cases("large", "consistency") : Cases("consistency"))
        {
            var (from, to) = (it.GetProperty("from").GetInt64(), it.GetProperty("to").GetInt64());
            var proof = Made(isLarge, ProofPlan.Consistency(from, to));

            proof.ShouldBe(Hexes(it.GetProperty("proof")));
            ProofCheck.IsContinued(from, to, Hex(it.GetProperty("fromRoot")), Hex(it.GetProperty("toRoot")), proof).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_must_be_refused_is_refused()
    {
        foreach (var it in Cases("rejected", "inclusion"))
        {
            ProofCheck.IsIncluded(
                Merkle.Leaf(Hex(it.GetProperty("leaf"))), it.GetProperty("index").GetInt64(), it.GetProperty("size").GetInt64(),
                Hexes(it.GetProperty("proof")), Hex(it.GetProperty("root"))).ShouldBeFalse(it.GetProperty("why").GetString());
        }
        foreach (var it in Cases("rejected", "consistency"))
        {
            ProofCheck.IsContinued(
                it.GetProperty("from").GetInt64(), it.GetProperty("to").GetInt64(), Hex(it.GetProperty("fromRoot")),
                Hex(it.GetProperty("toRoot")), Hexes(it.GetProperty("proof"))).ShouldBeFalse(it.GetProperty("why").GetString());
        }
    }

    [Fact]
    public void Every_leaf_of_every_small_tree_and_every_beginning_is_proven()
    {
        for (var size = 1; size <= 130; size++)
        {
            var root = Tree(isLarge: true, size).Root();
            for (var index = 0; index < size; index++)
            {
                ProofCheck.IsIncluded(Large[index], index, size, Made(true, ProofPlan.Inclusion(index, size)), root).ShouldBeTrue();
                ProofCheck.IsContinued(
                        index + 1, size, Tree(isLarge: true, index + 1).Root(), root, Made(true, ProofPlan.Consistency(index + 1, size)))
                    .ShouldBeTrue($"{index + 1} of {size}");
            }
        }
    }

    static Frontier Tree(bool isLarge, int size)
    {
        var tree = new Frontier();
        foreach (var leaf in (isLarge ? Large : Small).Take(size)) tree.Add(leaf);
        return tree;
    }

    // As the store does it: from the roots of whole subtrees.
    static List<byte[]> Made(bool isLarge, IReadOnlyList<(long From, long To)> plan)
    {
        var leaves = isLarge ? Large : Small;
        byte[] Root(long from, long to)
        {
            var tree = new Frontier();
            for (var at = from; at < to; at++) tree.Add(leaves[(int)at]);
            return tree.Root();
        }
        return [.. plan.Select(it => Frontier.RootOf(
            [.. Subtree.Of(it.From, it.To).Select(whole => Root(whole.Index << whole.Height, (whole.Index + 1) << whole.Height))]))];
    }
}
