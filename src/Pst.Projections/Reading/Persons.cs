namespace Pst.Projections;

/// <summary>Which of an office's records of visitors are one person's. There are few: records are joined by hand.</summary>
internal sealed class Persons(IEnumerable<(VisitorId Record, VisitorId Person)> joined)
{
    readonly Dictionary<VisitorId, VisitorId> joined = joined.ToDictionary(it => it.Record, it => it.Person);

    /// <summary>The record that stands for the person.</summary>
    public VisitorId Of(VisitorId record) => joined.GetValueOrDefault(record, record);

    /// <summary>All of the person's records.</summary>
    public IEnumerable<VisitorId> RecordsOf(VisitorId record) =>
        joined.Where(it => it.Value == Of(record)).Select(it => it.Key).Prepend(Of(record));
}
