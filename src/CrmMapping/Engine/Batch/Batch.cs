namespace CrmMapping;

/// <summary>Holds the contacts that are worked together, the memory they live in, and what the batch saves beside them.</summary>
/// <remarks>Where a connection syncs several kinds of record, each kind has a part of its own; they share all but their contacts.</remarks>
internal sealed class Batch : IDisposable
{
    private readonly Shared _shared;

    /// <summary>Makes an empty batch of all kinds of record; it is itself the part of the kind that goes first.</summary>
    public Batch(BufferArena arena, ConnectionScope scope)
    {
        (_shared, RecordType) = (new Shared(arena), scope.First.RecordType);
        _shared.Parts = [this, .. scope.Kinds.Skip(1).Select(kind => new Batch(_shared, kind.RecordType))];
    }

    private Batch(Shared shared, RecordType recordType) => (_shared, RecordType) = (shared, recordType);

    /// <summary>Gets the kind of record that the part is of.</summary>
    public RecordType RecordType { get; }

    /// <summary>Gets the parts, that of the kind that goes first first.</summary>
    public IReadOnlyList<Batch> Parts => _shared.Parts;

    /// <summary>Gets the contacts of the part.</summary>
    public List<Pair> Pairs { get; } = [];

    /// <summary>Gets the contacts of all parts.</summary>
    public IEnumerable<Pair> All => Parts.Count == 1 ? Pairs : Parts.SelectMany(static part => part.Pairs);

    /// <summary>Gets how many contacts all parts hold.</summary>
    public int Count => Parts.Sum(static part => part.Pairs.Count);

    /// <summary>Gets positions that the batch moves, saved with what it decided.</summary>
    public List<KeyValuePair<string, string?>> Positions => _shared.Positions;

    /// <summary>Gets lines that the batch adds to its run's report.</summary>
    public List<OperationLine> Lines => _shared.Lines;

    /// <summary>Gets or sets whether deletes were counted and found to be few enough to be carried out.</summary>
    public bool MayDelete { get => _shared.MayDelete; set => _shared.MayDelete = value; }

    /// <summary>Gets or sets how many deletes of the cycle there are, this batch's included.</summary>
    public long StagedDeletes { get => _shared.StagedDeletes; set => _shared.StagedDeletes = value; }

    /// <summary>Gets or sets what its run did so far, this batch included once it is saved.</summary>
    public OperationCounts Counts { get => _shared.Counts; set => _shared.Counts = value; }

    public IEnumerable<Pair> Open => Pairs.Where(static p => p.State == PairState.Open);

    /// <summary>Gives the part of a kind of record.</summary>
    public Batch Of(RecordType recordType) => Parts.First(part => part.RecordType == recordType);

    /// <summary>Takes a buffer until the batch is over, or the loan in which it is taken.</summary>
    public RecordBuffer Buffer(int count) => _shared.Arena.Take(count);

    /// <summary>Begins to take buffers that are needed for no longer than the loan lasts.</summary>
    public BufferArena.Loan LendBuffers() => _shared.Arena.Lend();

    /// <summary>Keeps a page's records alive until the batch is over.</summary>
    public CrmPage Own(CrmPage page)
    {
        _shared.Pages.Add(page);
        return page;
    }

    /// <summary>Adds a contact to the part.</summary>
    public void Add(Pair pair)
    {
        pair.RecordType = RecordType;
        Pairs.Add(pair);
    }

    /// <summary>Moves a contact to another part, as its record turned out to be of that kind.</summary>
    public void Move(Pair pair, RecordType recordType)
    {
        Of(pair.RecordType).Pairs.Remove(pair);
        Of(recordType).Add(pair);
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
                CrmMayBeStale = record.MayBeStale,
                CrmIsGone = record.IsArchived,
                ConvertedInto = record.ConvertedInto,
                IsListedByCrm = true,
                RecordType = RecordType,
            };
        }

        Pairs.AddRange(pairs.Values);
    }

    public void Dispose()
    {
        _shared.Pages.ForEach(static p => p.Dispose());
        _shared.Pages.Clear();
        _shared.Arena.TakeAllBack();
    }

    private sealed class Shared(BufferArena arena)
    {
        public BufferArena Arena { get; } = arena;

        public IReadOnlyList<Batch> Parts { get; set; } = [];

        public List<CrmPage> Pages { get; } = [];

        public List<KeyValuePair<string, string?>> Positions { get; } = [];

        public List<OperationLine> Lines { get; } = [];

        public bool MayDelete { get; set; }

        public long StagedDeletes { get; set; }

        public OperationCounts Counts { get; set; } = new();
    }
}
