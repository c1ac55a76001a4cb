using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Pst.Domain.Specs;

internal static class Law
{
    // A fixed seed: what fails, fails again, and for everyone.
    static readonly Config Seeded = Config.QuickThrowOnFailure
        .WithMaxTest(500)
        .WithReplay(FSharpOption<Replay>.Some(new(new Rnd(17_081_945), FSharpOption<int>.None)));

    /// <summary>Holds for every case that the generator makes.</summary>
    public static void HoldsFor<T>(Gen<T> cases, Func<T, bool> law) => HoldsFor(cases.ToArbitrary(), law);

    /// <summary>The same; a case that fails is made smaller first, as far as it still fails.</summary>
    public static void HoldsFor<T>(Arbitrary<T> cases, Func<T, bool> law) => Prop.ForAll(cases, law).Check(Seeded);
}
