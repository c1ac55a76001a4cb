using System.Text;
using Npgsql;

namespace Pst.Testing;

/// <summary>The guards as text, so that two states of them can be compared to the byte.</summary>
public static class GuardRows
{
    static readonly string[] Tables =
    [
        "guard_office", "guard_visit", "guard_ticket", "guard_locker", "guard_copies", "guard_person", "guard_hold", "guard_erasure",
    ];

    public static async Task<string> AllAsync(NpgsqlDataSource worker)
    {
        var all = new StringBuilder();
        foreach (var table in Tables)
        {
            await using var command = worker.CreateCommand($"select t::text from pst.{table} t order by 1");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                all.Append(table).Append(' ').AppendLine(rows.GetString(0));
        }
        return all.ToString();
    }
}
