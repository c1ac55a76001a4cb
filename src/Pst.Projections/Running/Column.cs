using Npgsql;

namespace Pst.Projections;

/// <summary>What a query searches or sorts by: a value that stands beside the row's document, made from it at every write.</summary>
public abstract class Column<TRow>
{
    private protected Column(string name, string type) => (Name, Type) = (name, type);

    internal string Name { get; }

    /// <summary>As PostgreSQL names it.</summary>
    internal string Type { get; }

    internal abstract NpgsqlParameter Of(IReadOnlyList<(TRow Row, long Position)> rows);
}

/// <summary>Makes columns.</summary>
public static class Column
{
    /// <param name="type">As PostgreSQL names it, fit for <typeparamref name="T"/>.</param>
    public static Column<TRow> Of<TRow, T>(string name, string type, Func<TRow, T> value) =>
        new Typed<TRow, T>(name, type, it => value(it.Row));

    /// <summary>The log's position of the last event that is in the row.</summary>
    public static Column<TRow> Position<TRow>() => new Typed<TRow, long>("position", "bigint not null", it => it.Position);

    sealed class Typed<TRow, T>(string name, string type, Func<(TRow Row, long Position), T> value) : Column<TRow>(name, type)
    {
        internal override NpgsqlParameter Of(IReadOnlyList<(TRow Row, long Position)> rows) =>
            new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] };
    }
}
