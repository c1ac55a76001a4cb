using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class EventTypesTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task An_old_event_is_read_in_its_present_shape(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"), new Counted(4));
        var present = new EventTypes(JsonSerializerOptions.Default, typeof(Present.Opened), typeof(Counted))
            .Upcast("opened", Name("Title"))
            .Upcast("opened", old => old.ContainsKey("Seats") ? old : new JsonObject(Copy(old)) { ["Seats"] = 12 });

        var events = await new Streams(store.App, present).ReadAsync(Metro, stream, default);

        events.Select(it => it.Data).ShouldBe([new Present.Opened("pagi", 12), new Counted(4)]);
        (await store.ScalarAsync<string>("select data::text from pst.mt_events where version = 1")).ShouldBe("""{"Name": "pagi"}""");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task What_is_written_in_the_present_shape_is_not_changed_again(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        var present = new EventTypes(JsonSerializerOptions.Default, typeof(Present.Opened)).Upcast("opened", Name("Title"));
        var streams = new Streams(store.App, present);
        await using (var transaction = await streams.BeginAsync(new(Metro, store.NewId(), [stream]), default))
            await transaction.AppendAsync(Of(stream, new Present.Opened("siang", 3)), default);

        (await streams.ReadAsync(Metro, stream, default)).Single().Data.ShouldBe(new Present.Opened("siang", 3));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_event_that_nobody_knows_stops_the_reader(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"), new Closed());
        using var sequencer = new Sequencer(store.Worker);
        await sequencer.RunOnceAsync(default);
        var fewer = new EventTypes(JsonSerializerOptions.Default, typeof(Opened), typeof(Counted));

        var read = await Should.ThrowAsync<UnknownEventTypeException>(new Streams(store.App, fewer).ReadAsync(Metro, stream, default));
        var log = new EventLog(store.Worker, fewer);
        var tailed = await Should.ThrowAsync<UnknownEventTypeException>(log.ReadAsync(0, 10, ["counted"], default));

        (read.Alias, tailed.Alias).ShouldBe(("closed", "closed"));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_event_of_a_type_not_listed_is_not_stored(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await using var transaction = await store.BeginAsync(stream);

        await Should.ThrowAsync<UnknownEventTypeException>(transaction.AppendAsync(Of(stream, new Present.Opened("pagi", 1)), default));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_event_that_a_Marten_application_wrote_is_read_without_our_headers(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        await store.ScalarAsync<string>($$"""
            update pst.mt_streams set version = 2;
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
            values (nextval('pst.mt_events_sequence'), gen_random_uuid(), '{{stream}}', 2, '{}', 'closed', '2026-03-02 08:00+07', '1872',
                'Closed', '{"tags": [{"late": true}], "late": false}');
            select 'written'
            """);

        (await store.Streams.ReadAsync(Metro, stream, default))[1].Envelope.ShouldBe(new(Morning.ToUniversalTime(), ""));
    }

    [Fact]
    public void A_name_stands_for_one_type() =>
        Should.Throw<ArgumentException>(() => new EventTypes(JsonSerializerOptions.Default, typeof(Opened), typeof(Present.Opened)));

    static Func<JsonObject, JsonObject> Name(string now) => old =>
    {
        if (!old.Remove("Name", out var name))
            return old;
        old[now] = name;
        return old;
    };

    static IEnumerable<KeyValuePair<string, JsonNode?>> Copy(JsonObject old) =>
        old.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));

    /// <summary>The types of a later release.</summary>
    static class Present
    {
        internal sealed record Opened(string Title, int Seats);
    }
}
