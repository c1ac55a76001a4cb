using Microsoft.AspNetCore.Http.Extensions;

namespace Pst.Web.Pages.Reads;

/// <summary>Addresses that keep what was asked for.</summary>
internal static class Address
{
    /// <summary>The address with its query, but one value put anew, or left out for null. Each begins at its first page.</summary>
    internal static string Of(string path, IQueryCollection query, string name, object? value)
    {
        var kept = query.Where(it => it.Key != name && it.Key != "setelah" && it.Key != "handler" && it.Value.ToString().Length > 0)
            .Select(it => KeyValuePair.Create(it.Key, it.Value.ToString()));
        return path + new QueryBuilder(value is null ? kept : kept.Append(new(name, $"{value}")));
    }
}
