using Npgsql;

namespace Pst.Projections;

/// <summary>One generation of a projection being brought to the head of the log, page by page.</summary>
/// <param name="ahead">Pages that are read ahead.</param>
internal sealed class Filling(
    Projection projection, Generation generation, LogReader reader, PageWriter writer, Generations generations, ProjectionProgress progress,
    int ahead)
{
    /// <summary>What has been taken of the log.</summary>
    internal long Position { get; private set; } = generation.Position;

    /// <summary>Up to the head, as it is then. False when the generation is gone: another one serves.</summary>
    /// <exception cref="ProjectionStoppedException">It can go no further; the register tells why.</exception>
    internal async Task<bool> ToHeadAsync(CancellationToken cancel)
    {
        try
        {
            return await PagesAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !MayPass(failure))
        {
            // A table that was dropped while it was being written went with its generation.
            if (!await generations.StopAsync(generation, Position, failure.Message, cancel)) return false;
            throw new ProjectionStoppedException(projection.Name, Position, failure);
        }
    }

    /// <summary>Adds up what was left aside on the way.</summary>
    internal Task RollUpAsync(CancellationToken cancel) => writer.RollUpAsync(cancel);

    async Task<bool> PagesAsync(CancellationToken cancel)
    {
        await using var log = new ReadingAhead(reader, ahead);
        while (true)
        {
            var page = await log.NextAsync(Position, cancel);
            if (page.Through == Position) return true;

            var written = await writer.WriteAsync(Position, page, isLast: !reader.IsFull(Position, page), cancel);
            if (written is not { } reached) return false;

            Position = reached;
            progress.Pulse();
        }
    }

    // Errors of class 22, 23 and 42 (data, constraints, syntax, rights) are ours and come again; a lost connection or a full disk do not.
    static bool MayPass(Exception failure) =>
        failure is NpgsqlException and not PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] };
}
