using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Attention;

namespace Pst.Web.Pages;

/// <summary>How much waits behind a screen of the menu for whoever sees it.</summary>
public sealed class MenuCounts(DataRequests requests, ReadWatch watch)
{
    /// <summary>By the screens' addresses; nothing where nothing waits. Where it cannot be told now, a menu is no reason to fail.</summary>
    public async Task<IReadOnlyDictionary<string, MenuCount>> OfAsync(Caller? caller, CancellationToken cancel)
    {
        var waiting = new Dictionary<string, MenuCount>();
        if (caller is null) return waiting;
        if (caller.Role.May(Act.SeeReads) && watch.Found(caller).Sum(it => it.Value.Count) is > 0 and var unusual)
            waiting[Menu.Reads] = new(unusual, "menu.unusual");
        if (caller.Office is { } office && caller.Role.May(Act.SettleRequests) && await OpenAsync(office, cancel) is > 0 and var open)
            waiting[Menu.Requests] = new(open, "menu.unanswered");
        return waiting;
    }

    async Task<int> OpenAsync(OfficeCode office, CancellationToken cancel)
    {
        try
        {
            return await requests.CountOpenAsync(office, cancel);
        }
        catch (Exception away) when (away is ProjectionNotReadyException or NpgsqlException)
        {
            return 0;
        }
    }
}

/// <param name="What">What there are so many of, the key of words that follow the number.</param>
public sealed record MenuCount(int Number, string What);
