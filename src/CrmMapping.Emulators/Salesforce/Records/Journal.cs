namespace CrmMapping.Emulators.Salesforce;

/// <summary>Remembers what a request changed, so that a part of it can be taken back.</summary>
internal sealed class Journal
{
    private readonly List<Change> _changes = [];

    public int Mark => _changes.Count;

    public void Added(RecordTable table, SObject record) => _changes.Add(new(table, record, null));

    public void Replacing(RecordTable table, SObject record) => _changes.Add(new(table, record, record.Values));

    /// <summary>Takes back what happened since a mark, last change first.</summary>
    public void RollBack(int mark)
    {
        for (var i = _changes.Count - 1; i >= mark; i--)
        {
            var (table, record, before) = _changes[i];
            if (before is null)
                table.Remove(record);
            else
                table.Replace(record, before);
        }

        _changes.RemoveRange(mark, _changes.Count - mark);
    }

    /// <summary>Gives the records that were changed, each once, and forgets how.</summary>
    public IReadOnlyList<SObject> Commit()
    {
        if (_changes.Count is 0)
            return [];
        var changed = _changes.Select(static change => change.Record).Distinct().ToList();
        _changes.Clear();
        return changed;
    }

    private sealed record Change(RecordTable Table, SObject Record, object?[]? Before);
}
