using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CrmMapping;

/// <summary>Holds the records of one answer. Disposal hands its memory to the next page.</summary>
/// <remarks>One thread at a time.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "A page is the field's word.")]
public sealed class CrmPage : IReadOnlyList<CrmRecord>, IDisposable
{
    private static readonly ConcurrentBag<CrmPage> Spare = [];

    private readonly List<CrmRecord> _records = [];

    private CrmPage()
    {
    }

    /// <summary>Gets or sets where the next page begins; null when this is the last.</summary>
    public string? Next { get; set; }

    /// <summary>Gets or sets whether more is waiting now.</summary>
    public bool HasMore { get; set; }

    /// <summary>Gets or sets how many records the account has, where an answer tells by the way; null otherwise.</summary>
    public long? Total { get; set; }

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public CrmRecord this[int index] =>
        index < Count ? _records[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Takes an empty page.</summary>
    /// <returns>The page, to be disposed of.</returns>
    public static CrmPage Rent() => Spare.TryTake(out var page) ? page : new CrmPage();

    /// <summary>Adds an empty record.</summary>
    /// <param name="fields">How many fields it has.</param>
    /// <returns>The record, to be filled.</returns>
    public CrmRecord Add(int fields)
    {
        if (Count == _records.Count)
        {
            _records.Add(new CrmRecord());
        }

        var record = _records[Count++];
        record.Reset(fields);
        return record;
    }

    /// <summary>Takes back the record that was added last.</summary>
    public void RemoveLast() => Count--;

    /// <inheritdoc />
    public IEnumerator<CrmRecord> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return _records[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public void Dispose()
    {
        Count = 0;
        Next = null;
        HasMore = false;
        Total = null;
        Spare.Add(this);
    }
}
