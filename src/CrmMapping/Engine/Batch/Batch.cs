namespace CrmMapping;

/// <summary>Holds the contacts that are worked together, the memory they live in, and what the batch saves beside them.</summary>
internal sealed class Batch(BufferArena arena) : IDisposable
{
    private readonly List<CrmPage> _pages = [];

    public List<Pair> Pairs { get; } = [];

    /// <summary>Gets positions that the batch moves, saved with what it decided.</summary>
    public List<KeyValuePair<string, string?>> Positions { get; } = [];

    /// <summary>Gets lines that the batch adds to its run's report.</summary>
    public List<OperationLine> Lines { get; } = [];

    /// <summary>Gets or sets whether deletes were counted and found to be few enough to be carried out.</summary>
    public bool MayDelete { get; set; }

    /// <summary>Gets or sets how many deletes of the cycle there are, this batch's included.</summary>
    public long StagedDeletes { get; set; }

    /// <summary>Gets or sets what its run did so far, this batch included once it is saved.</summary>
    public OperationCounts Counts { get; set; } = new();

    public IEnumerable<Pair> Open => Pairs.Where(static p => p.State == PairState.Open);

    public RecordBuffer Buffer(int count) => arena.Take(count);

    /// <summary>Keeps a page's records alive until the batch is over.</summary>
    public CrmPage Own(CrmPage page)
    {
        _pages.Add(page);
        return page;
    }

    /// <summary>Adds the records of a page; the last of those with one id counts.</summary>
    public void AddCrmRecords(CrmPage page)
    {
        var pairs = new Dictionary<string, Pair>(StringComparer.Ordinal);
        foreach (var record in page)
        {
            pairs[record.Id] = new Pair
            {
                CrmId = record.Id,
                CrmValues = record.HasValues ? record.Values : null,
                CrmModifiedAt = record.ModifiedAt,
                CrmIsGone = record.IsArchived,
                IsListedByCrm = true,
            };
        }

        Pairs.AddRange(pairs.Values);
    }

    public void Dispose()
    {
        _pages.ForEach(static p => p.Dispose());
        _pages.Clear();
        arena.TakeAllBack();
    }
}
