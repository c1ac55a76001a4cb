using Pst.Verifier;

namespace Pst.Proof.Tests;

public sealed class BundleTests
{
    readonly SampleLog log = new();

    [Fact]
    public void A_good_bundle_is_valid_with_its_first_key_its_last_and_its_own()
    {
        var file = BundleFile.Write(log.Bundle());

        foreach (var trusted in (LogKey?[])[log.FirstKey, log.SecondKey, null]) BundleCheck.Of(file, trusted).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Anothers_key_does_not_vouch_for_it()
    {
        using var other = SigningKey.Make();

        BundleCheck.Of(BundleFile.Write(log.Bundle()), other.KeyOf(SampleLog.Origin)).Problems.Single().ShouldContain("not signed");
    }

    [Fact]
    public void A_key_that_nobody_handed_over_to_does_not_count() =>
        BundleCheck.Of(BundleFile.Write(log.Bundle() with { Earlier = [] }), log.FirstKey).IsValid.ShouldBeFalse();

    [Theory]
    [InlineData("data"), InlineData("actor"), InlineData("time"), InlineData("headers"), InlineData("type"), InlineData("tenant")]
    [InlineData("version"), InlineData("archived"), InlineData("causation")]
    public void Each_part_of_an_event_is_proven(string part)
    {
        var forged = log.Bundle(it => it.Sequence != 15 ? it : part switch
        {
            "data" => it with { Data = """{"Sheets": 1}""" },
            "actor" => it with { Actor = "orang lain" },
            "time" => it with { RecordedMicros = it.RecordedMicros - 1 },
            "headers" => it with { Headers = "{}" },
            "type" => it with { Type = "served" },
            "tenant" => it with { Tenant = "5272" },
            "version" => it with { Version = 9 },
            "archived" => it with { Archived = null },
            _ => it with { Causation = null },
        });

        BundleCheck.Of(BundleFile.Write(forged), log.FirstKey).Problems[0].ShouldBe("position 5: the event is not the one in the log");
    }

    [Fact]
    public void What_is_left_out_in_between_is_missed()
    {
        var bundle = log.Bundle();
        var cut = bundle with { Events = [.. bundle.Events.Where(it => it.Position != 5)] };

        BundleCheck.Of(BundleFile.Write(cut), log.FirstKey).Problems.Single().ShouldContain("version 3");
    }

    [Fact]
    public void Twice_or_in_another_order_is_seen()
    {
        var bundle = log.Bundle();

        BundleCheck.Of(BundleFile.Write(bundle with { Events = [.. bundle.Events.Reverse()] }), null).IsValid.ShouldBeFalse();
        BundleCheck.Of(BundleFile.Write(bundle with { Events = [.. bundle.Events, bundle.Events[^1]] }), null).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void The_command_says_what_was_proven()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, BundleFile.Write(log.Bundle()));
            Said(0, path, "--key", $"{log.FirstKey}").ShouldContain("valid: 6 events of the log pst/contoh, which had 11");
            Said(0, path).ShouldContain($"compare it with what you have from elsewhere: {log.FirstKey}");
            Said(2, path, "--key", "nonsense").ShouldContain("no public key");

            File.WriteAllText(path, "something else");
            Said(1, path).ShouldContain("not valid: the file is no bundle");
        }
        finally
        {
            File.Delete(path);
        }
        Said(2, path).ShouldContain(Path.GetFileName(path));
        Said(2).ShouldContain("BUNDLE.zip");
    }

    static string Said(int status, params string[] args)
    {
        var output = new StringWriter();
        Verification.Run(args, output).ShouldBe(status);
        return output.ToString();
    }
}
