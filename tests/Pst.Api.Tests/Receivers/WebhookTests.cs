using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Receivers;

/// <summary>What an office's own systems hear: all of its own, in order, signed; over failures, restarts and two nodes at once.</summary>
public sealed class WebhookTests(Senders senders) : IClassFixture<Senders>, IDisposable
{
    readonly DateTimeOffset began = senders.Api.Clock.Now;

    public void Dispose() => senders.Api.Clock.Now = began;

    [Fact]
    public async Task Everything_of_ones_own_office_arrives_in_order_signed_and_without_a_name()
    {
        using var receiver = new Receiver();
        var (office, _, secret) = await senders.OpenAsync(receiver.Address);
        var other = await senders.Api.OpenAsync();
        string[] visits = [await office.SignedAsync("sari"), await office.SignedAsync("budi")];
        await other.SignedAsync("lain");
        foreach (var visit in visits.Reverse()) await office.DoAsync(visit, "serve", """{"desk":"1"}""");
        await ReadAboutAsync(office, visits[0]); // a look at somebody's data is told to nobody

        await senders.SendAsync();

        var told = receiver.Taken.Select(it => it.Json).ToList();
        told.Select(it => it.GetProperty("position").GetInt64()).ShouldBeInOrder(SortDirection.Ascending);
        told.ShouldAllBe(it => it.GetProperty("office").GetString() == office.Code);
        foreach (var visit in visits)
            told.Where(it => it.GetProperty("visit").GetString() == visit).Select(it => it.GetProperty("version").GetInt32())
                .ShouldBe([1, 2, 3]);
        told.Select(it => it.GetProperty("type").GetString()).ShouldBe(
            ["arrived", "guestbook_signed", "arrived", "guestbook_signed", "served", "served"]);
        foreach (var it in receiver.Taken)
        {
            it.Signature.ShouldBe(Signed(secret, it));
            it.Body.ShouldNotContain("sari");
            it.Json.EnumerateObject().Select(member => member.Name)
                .ShouldBe(["office", "visit", "stream", "version", "type", "position", "occurredAt"]);
        }
    }

    [Fact]
    public async Task Over_a_receiver_that_fails_and_nodes_that_are_started_anew_nothing_is_lost_and_nothing_overtakes()
    {
        using var receiver = new Receiver();
        var (office, id, _) = await senders.OpenAsync(receiver.Address);
        var chance = new Random(7);
        receiver.Answer = _ => chance.Next(3) == 0 ? 503 : 200;
        for (var visitor = 0; visitor < 8; visitor++) await office.ServedAsync($"tamu{visitor}");

        for (var hour = 0; hour < 40 && await WaitingAsync(office, id) > 0; hour++)
        {
            await senders.SendAsync();
            senders.Api.Clock.Now += TimeSpan.FromHours(1);
        }

        (await WaitingAsync(office, id)).ShouldBe(0);
        receiver.Came.Count.ShouldBeGreaterThan(24, "the receiver never failed");
        receiver.Taken.Count.ShouldBe(24); // three of each visitor
        receiver.Taken.Select(it => it.Position).ShouldBeInOrder(SortDirection.Ascending);
        receiver.Came.Select(it => it.Position).ShouldBeInOrder(SortDirection.Ascending, "what failed was sent again before the next");
        receiver.Taken.DistinctBy(it => it.Id).Count().ShouldBe(24);
    }

    [Fact]
    public async Task A_node_that_dies_behind_the_answer_has_it_sent_again_under_the_same_id()
    {
        using var receiver = new Receiver();
        var (office, _, _) = await senders.OpenAsync(receiver.Address);
        await office.ServedAsync("sari");
        using var power = new CancellationTokenSource();
        receiver.Answer = _ =>
        {
            if (receiver.Came.Count == 1) power.Cancel();
            return 200;
        };

        await senders.SendAsync(power.Token);
        receiver.Answer = _ => 200;
        await senders.SendAsync();

        receiver.Came.Select(it => it.Position).Distinct().Count().ShouldBe(3);
        receiver.Came.Count.ShouldBe(4);
        receiver.Came[1].Id.ShouldBe(receiver.Came[2].Id);
    }

    [Fact]
    public async Task Of_two_nodes_one_sends()
    {
        using var receiver = new Receiver();
        var (office, _, _) = await senders.OpenAsync(receiver.Address);
        for (var visitor = 0; visitor < 3; visitor++) await office.ServedAsync($"dua{visitor}");
        await senders.HeardAsync();
        using var one = senders.Node();
        using var two = senders.Node();

        await Task.WhenAll(one.RunOnceAsync(CancellationToken.None), two.RunOnceAsync(CancellationToken.None));

        receiver.Came.Select(it => it.Position).ShouldBeInOrder(SortDirection.Ascending);
        receiver.Came.DistinctBy(it => it.Id).Count().ShouldBe(receiver.Came.Count);
        receiver.Came.Count.ShouldBe(9);
    }

    [Fact]
    public async Task It_is_sent_again_from_a_position_on()
    {
        using var receiver = new Receiver();
        var (office, id, _) = await senders.OpenAsync(receiver.Address);
        await office.ServedAsync("sari");
        await senders.SendAsync();
        var first = receiver.Taken.ToList();

        var set = await DoAsync(office, id, "replay", $$"""{"from":{{first[1].Position}}}""");
        set.Json.GetProperty("waiting").GetInt32().ShouldBe(2);
        await senders.SendAsync();

        receiver.Taken.Skip(3).Select(it => (it.Id, it.Body)).ShouldBe(first.Skip(1).Select(it => (it.Id, it.Body)));
    }

    [Fact]
    public async Task After_a_day_of_failure_it_pauses_and_says_the_last_status_and_goes_on_when_told()
    {
        using var receiver = new Receiver { Answer = _ => 500 };
        var (office, id, _) = await senders.OpenAsync(receiver.Address);
        await office.ServedAsync("sari");
        await senders.SendAsync();
        await senders.SendAsync(); // too soon
        receiver.Came.Count.ShouldBe(1);
        (await StateAsync(office, id)).ShouldBe(("failing", 500));

        senders.Api.Clock.Now += TimeSpan.FromHours(25);
        await senders.SendAsync();
        (await StateAsync(office, id)).ShouldBe(("paused", 500));
        senders.Api.Clock.Now += TimeSpan.FromDays(2);
        await senders.SendAsync();
        receiver.Came.Count.ShouldBe(2);

        receiver.Answer = _ => 204;
        await DoAsync(office, id, "replay", "{}");
        await senders.SendAsync();
        (await StateAsync(office, id)).ShouldBe(("current", 204));
        receiver.Taken.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_new_secret_signs_beside_the_former_one_for_a_day()
    {
        using var receiver = new Receiver();
        var (office, id, former) = await senders.OpenAsync(receiver.Address);
        var secret = (await DoAsync(office, id, "rotate", "{}")).Json.GetProperty("secret").GetString()!;
        (await DoAsync(office, id, "ping", "{}")).Json.GetProperty("taken").GetBoolean().ShouldBeTrue();
        senders.Api.Clock.Now += TimeSpan.FromHours(25);
        await DoAsync(office, id, "ping", "{}");

        receiver.Came[0].Signature.ShouldBe($"{Signed(secret, receiver.Came[0])} {Signed(former, receiver.Came[0])}");
        receiver.Came[1].Signature.ShouldBe(Signed(secret, receiver.Came[1]));
        receiver.Came[1].Json.GetProperty("type").GetString().ShouldBe("ping");
    }

    static async Task ReadAboutAsync(Office office, string visit)
    {
        var staff = await office.AsAsync("staff");
        var visitor = (await staff.GetAsync(office.Now($"/visits/{visit}"))).Json.GetProperty("visitor");
        (await staff.GetAsync($"{office.Path}/visitors/{visitor}")).Code.ShouldBe(200);
    }

    static async Task<Answer> DoAsync(Office office, string id, string act, string body)
    {
        var answer = await (await office.AsAsync("supervisor")).PostAsync($"{office.Path}/webhooks/{id}/{act}", body);
        answer.Code.ShouldBe(200, $"{act}: {answer}");
        return answer;
    }

    static async Task<System.Text.Json.JsonElement> ShownAsync(Office office, string id) =>
        (await (await office.AsAsync("supervisor")).GetAsync($"{office.Path}/webhooks")).Json.EnumerateArray()
            .Single(it => it.GetProperty("id").GetString() == id);

    async Task<int> WaitingAsync(Office office, string id)
    {
        await senders.Api.SettleAsync();
        return (await ShownAsync(office, id)).GetProperty("waiting").GetInt32();
    }

    static async Task<(string, int)> StateAsync(Office office, string id)
    {
        var shown = await ShownAsync(office, id);
        return (shown.GetProperty("state").GetString()!, shown.GetProperty("lastStatus").GetInt32());
    }

    // As a receiver does it, by the convention's own words.
    static string Signed(string secret, Message it)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var text = string.Create(CultureInfo.InvariantCulture, $"{it.Id}.{it.Timestamp}.{it.Body}");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";
    }
}
