using Npgsql;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Monthly;

/// <summary>
/// Which tables a report at a position has. A database that existed before a table did keeps its earlier positions without it: what was
/// printed of them is computed again to the same digest.
/// </summary>
public sealed class ReportLayouts(PstDatabase database)
{
    const int WithComplaints = 2;

    const string From = "select from_position from pst.report_layout where layout = $1";

    // Written once, with the schema.
    long? complaintsFrom;

    public async Task<bool> HasComplaintsAsync(long position, CancellationToken cancel)
    {
        complaintsFrom ??= await ReadAsync(WithComplaints, cancel);
        return position >= complaintsFrom;
    }

    async Task<long> ReadAsync(int layout, CancellationToken cancel)
    {
        await using var batch = database.Worker.CreateBatch();
        batch.BatchCommands.Add(GuardSql.Command(From, [layout]));
        return (long)(await batch.ExecuteScalarAsync(cancel))!;
    }
}
