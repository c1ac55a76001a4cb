using Npgsql;
using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

public sealed class ReadingTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync()
    {
        log = await TestLog.CreateAsync();
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived));
        await log.AppendAsync(Bima, Visit(2), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Served), ("09:03", Copied(1)));
        foreach (var (office, stream) in new[] { (Metro, 10), (Bima, 20) })
            foreach (var (index, happened) in Others.Index()) await HappenedAsync(office, stream + index, happened);
        await log.Runner().CatchUpAsync(default);
    }

    public async Task DisposeAsync() => await log.DisposeAsync();

    // One of each stream beside the visit, for the tables that tell of them.
    static readonly object[] Others =
    [
        new FollowUpOpened(new(FollowUpReason.LowElement, Element.WAKTU), Guid.Empty, Guid.Empty, Monday),
        new ComplaintReceived(
            new(Monday, 1), ComplaintWay.Box, IsAnonymous: true, Guid.Empty, null, new(Monday, Monday, Monday, Monday)),
        new DetailsSeen(), new DataRequested(DataRequestKind.Access, At("10:00"), null),
        new SoftcopyAsked(
            new(new("1872"), Monday.Year, 1), PublicationId.Parse("1872-a", null), SoftcopyWay.Form, null, null, null, null, null, Monday),
    ];

    async Task HappenedAsync(OfficeCode office, int stream, object happened)
    {
        await log.AppendAsync(
            office, new Guid(stream, 0, 0, new byte[8]), Types, [new EventToAppend(happened, new Envelope(At("09:00"), "test"))]);
        await log.SequenceAsync();
    }

    public static TheoryData<string> Tables => [.. Projections.All.Select(it => $"read.{it.Name}_1")];

    [Theory, MemberData(nameof(Tables))]
    public async Task The_tables_themselves_keep_offices_apart(string table)
    {
        var everything = $"select tenant_id from {table}";

        await using (var rows = await OfficeReads.QueryAsync(log.App, Metro, Statement.Of(everything), default))
        {
            (await rows.ReadAsync()).ShouldBeTrue();
            rows.GetString(0).ShouldBe(Metro.Value);
            (await rows.ReadAsync()).ShouldBeFalse();
        }
        await using var unnamed = log.App.CreateCommand(everything);
        (await unnamed.ExecuteScalarAsync()).ShouldBeNull("who names no office sees nothing");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Who_answers_requests_writes_no_projection(string table)
    {
        await using var command = log.App.CreateCommand($"delete from {table}");
        (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync()))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
