namespace Pst.Proof.Tests;

/// <summary>Whatever is changed by chance is seen, and nothing makes the checks throw. The chance is the same in every run.</summary>
public sealed class MutationTests
{
    const int Times = 10_000;

    [Fact]
    public void A_changed_bundle_is_refused_every_time()
    {
        var log = new SampleLog();
        var file = BundleFile.Write(log.Bundle());
        var chance = new Random(1);

        for (var time = 0; time < Times; time++)
        {
            var changed = Changed(file, chance);
            BundleCheck.Of(changed, log.FirstKey).IsValid.ShouldBeFalse($"change {time}");
        }
    }

    [Fact]
    public void A_changed_proof_is_refused_every_time()
    {
        var chance = new Random(2);
        var leaves = Enumerable.Range(0, 1000).Select(it => Merkle.Leaf(BitConverter.GetBytes(it))).ToList();
        byte[] Root(long from, long to)
        {
            var tree = new Frontier();
            for (var at = from; at < to; at++) tree.Add(leaves[(int)at]);
            return tree.Root();
        }

        for (var time = 0; time < Times; time++)
        {
            var size = chance.Next(2, 200);
            var index = chance.Next(size);
            List<byte[]> proof = [.. ProofPlan.Inclusion(index, size).Select(it => Root(it.From, it.To))];
            var root = Root(0, size);
            ProofCheck.IsIncluded(leaves[index], index, size, proof, root).ShouldBeTrue();
            ProofCheck.IsIncluded(leaves[index], index, size, Changed(proof, chance), root).ShouldBeFalse($"change {time}");
        }
    }

    [Fact]
    public void Garbage_is_no_bundle_and_does_no_harm()
    {
        var chance = new Random(3);
        for (var time = 0; time < 2_000; time++)
        {
            var garbage = new byte[chance.Next(2_000)];
            chance.NextBytes(garbage);
            if (time % 2 == 0 && garbage.Length > 4) "PK\u0003\u0004"u8.CopyTo(garbage);
            BundleCheck.Of(garbage, null).IsValid.ShouldBeFalse();
        }
    }

    static byte[] Changed(byte[] file, Random chance)
    {
        var changed = file.ToArray();
        var at = chance.Next(file.Length);
        switch (chance.Next(4))
        {
            case 0: changed[at] ^= (byte)(1 << chance.Next(8)); break;
            case 1: return changed[..at];
            case 2: return [.. changed[..at], (byte)chance.Next(256), .. changed[at..]];
            default:
                var other = chance.Next(file.Length);
                (changed[at], changed[other]) = (changed[other], changed[at]);
                break;
        }
        // Two bytes that are the same may have changed places.
        return changed.AsSpan().SequenceEqual(file) ? Changed(file, chance) : changed;
    }

    static List<byte[]> Changed(List<byte[]> proof, Random chance)
    {
        var at = chance.Next(proof.Count);
        switch (chance.Next(4))
        {
            case 0: return [.. proof.Take(at), .. proof.Skip(at + 1)];
            case 1: return [.. proof.Take(at), proof[at], .. proof.Skip(at)];
            case 2: return [.. proof.Take(at), proof[at][..31], .. proof.Skip(at + 1)];
            default:
                var hash = proof[at].ToArray();
                hash[chance.Next(hash.Length)] ^= (byte)(1 << chance.Next(8));
                return [.. proof.Take(at), hash, .. proof.Skip(at + 1)];
        }
    }
}
