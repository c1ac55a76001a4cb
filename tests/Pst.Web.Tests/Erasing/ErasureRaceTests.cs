using Pst.Domain;
using Pst.Web.Erasing;
using Pst.Web.Tests.Writing;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>Whatever comes at the same moment, a person is forgotten whole or not at all.</summary>
public sealed class ErasureRaceTests : IAsyncLifetime
{
    const int Rounds = 12;

    Forgettable office = null!;

    public async Task InitializeAsync() => office = await Forgettable.StartAsync();
    public async Task DisposeAsync() => await office.Pst.DisposeAsync();

    [Fact]
    public async Task Who_signs_while_being_forgotten_is_either_inside_or_a_stranger()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var email = $"sari{round}@rahasia.example";
            var (_, visitor) = await office.VisitedAsync("2026-11-16", email);
            var visit = new VisitId(Guid.CreateVersion7());
            await office.DoAsync(visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{Forgettable.At("2026-11-17", "09:00")}}"}""");

            var signing = office.DoAsync(visit, "sign_guestbook", RunningPst.Guestbook(email, Forgettable.At("2026-11-17", "09:01")));
            var erasing = office.EraseAsync(visitor);
            var signed = (GuestbookSigned)(await signing).Events[0].Data;

            if (await erasing is Denied<ErasureAnswer>(var reason))
                (reason.Code, signed.VisitorId).ShouldBe(("visit_still_open", visitor));
            else signed.VisitorId.ShouldNotBe(visitor);
            (await office.FaultsAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Records_that_are_joined_while_one_is_forgotten_are_forgotten_both_or_not_joined_in_time()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (first, one) = await office.VisitedAsync("2026-11-16", $"sari{round}@rahasia.example");
            var (second, other) = await office.VisitedAsync("2026-11-16", $"aminah{round}@rahasia.example");

            var joining = office.SendAsync(one, new VisitorCommand.Join(other));
            var erasing = office.EraseAsync(other);
            await joining;
            (await erasing).ShouldBeOfType<Done<ErasureAnswer>>();

            var left = string.Concat(await office.VaultAsync());
            left.ShouldNotContain($"{second}");
            var both = await office.ReadAsync($"select erasure::text from pst.guard_erasure where stream = '{one}'");
            left.Contains($"{first}").ShouldBe(both.Count == 0);
            (await office.FaultsAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task However_many_ask_for_it_a_person_is_forgotten_once()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ => office.EraseAsync(visitor)));
        outcomes.Count(it => it is Done<ErasureAnswer>).ShouldBe(1);
        outcomes.OfType<Denied<ErasureAnswer>>().ShouldAllBe(it => it.Reason.Code == "already_erased");
    }
}
