using Pst.Domain;
using Pst.Proof;
using Pst.Web.Tests.Commands;

namespace Pst.Web.Tests.Proving;

/// <summary>What an auditor takes home is believed by who has nothing but the log's key.</summary>
public sealed class BundleOfVisitTests : IAsyncLifetime
{
    static readonly OfficeCode Bima = new("5272");

    Beside beside = null!;

    public async Task InitializeAsync() => beside = await Beside.TwoVisitsAsync();
    public async Task DisposeAsync() => await beside.DisposeAsync();

    [Fact]
    public async Task Each_event_of_the_visit_is_in_it_and_proven()
    {
        var bundle = await beside.BundleAsync(Bima, await VisitAsync());

        bundle!.Events.Select(it => (it.Position, it.Event.Type))
            .ShouldBe([(3, "arrived"), (4, "guestbook_signed"), (5, "served"), (6, "copies_made")]);
        BundleCheck.Of(BundleFile.Write(bundle), bundle.Keys[0]).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_visit_whose_event_was_changed_the_verifier_says_so()
    {
        await beside.TamperAsync("update pst.mt_events set data = jsonb_set(data, '{Sheets}', '30') where type = 'copies_made'");

        var bundle = await beside.BundleAsync(Bima, await VisitAsync());

        BundleCheck.Of(BundleFile.Write(bundle!), null).Problems.Single().ShouldBe("position 6: the event is not the one in the log");
    }

    [Fact]
    public async Task Of_another_offices_visit_there_is_none() =>
        (await beside.BundleAsync(new("1872"), await VisitAsync())).ShouldBeNull();

    async Task<VisitId> VisitAsync()
    {
        await using var command = beside.Database.Worker.CreateCommand("select stream_id from pst.mt_events where type = 'served'");
        return new((Guid)(await command.ExecuteScalarAsync())!);
    }
}
