using Npgsql;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Pages;

/// <summary>How much waits behind a screen of the menu for whoever sees it.</summary>
public sealed class MenuCounts(DataRequests requests)
{
    static readonly Dictionary<string, int> None = [];

    /// <summary>By the screens' addresses; nothing where nothing waits. Where it cannot be told now, a menu is no reason to fail.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OfAsync(Caller? caller, CancellationToken cancel)
    {
        if (caller is not { Office: { } office } || !caller.Role.May(Act.SettleRequests)) return None;
        try
        {
            var open = await requests.CountOpenAsync(office, cancel);
            return open == 0 ? None : new Dictionary<string, int> { [Menu.Requests] = open };
        }
        catch (Exception away) when (away is ProjectionNotReadyException or NpgsqlException)
        {
            return None;
        }
    }
}
