using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>What was written once is read for ever.</summary>
public sealed class ContractSpecs
{
    static readonly Type[] Streams = [typeof(OfficeEvent), typeof(VisitEvent), typeof(VisitorEvent)];

    static readonly Type[] EventTypes = [.. typeof(OfficeEvent).Assembly.GetTypes().Where(it => Streams.Contains(it.BaseType))];

    public static TheoryData<Type> Events => [.. EventTypes];

    static string AliasOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_stored_as_its_golden_file_says(Type type)
    {
        var golden = File.ReadAllText($"golden/{AliasOf(type)}.json").TrimEnd();
        JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, type, StoredJson.Options), type, StoredJson.Options).ShouldBe(golden);
    }

    [Fact]
    public void No_event_that_was_ever_stored_has_lost_its_type() =>
        Directory.GetFiles("golden").Select(Path.GetFileNameWithoutExtension).ShouldBeSubsetOf(EventTypes.Select(AliasOf));
}
