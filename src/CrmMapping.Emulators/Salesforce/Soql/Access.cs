using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Says which records a condition can be true of, so that the others are not looked at.</summary>
internal abstract record Access
{
    private Access()
    {
    }

    public static Access Everything { get; } = new Whole();

    /// <summary>Gives the records, by SystemModstamp and id where the span says so, by id otherwise.</summary>
    public abstract IEnumerable<SObject> In(RecordTable table);

    /// <summary>Narrows two ways of reaching the records down to the better one.</summary>
    public static Access Both(Access left, Access right) => (left, right) switch
    {
        (Span one, Span other) => new Span(Instant.Max(one.From, other.From), Instant.Min(one.Until, other.Until)),
        _ => left.Rank <= right.Rank ? left : right,
    };

    /// <summary>Joins two ways of reaching the records, either of which may hold.</summary>
    public static Access Either(Access left, Access right) => (left, right) switch
    {
        (Span one, Span other) => new Span(Instant.Min(one.From, other.From), Instant.Max(one.Until, other.Until)),
        ({ Rank: <= FewRank }, { Rank: <= FewRank }) => new Union(left, right),
        _ => Everything,
    };

    private const int FewRank = 1;

    protected abstract int Rank { get; }

    /// <summary>The records of known ids.</summary>
    internal sealed record Ids(IReadOnlyList<string> Values) : Access
    {
        protected override int Rank => 0;

        public override IEnumerable<SObject> In(RecordTable table) => Values.Distinct(StringComparer.Ordinal).Select(table.Find).OfType<SObject>();
    }

    /// <summary>The records that have one of the values in an indexed field.</summary>
    internal sealed record Having(int Ordinal, IReadOnlyList<string> Values) : Access
    {
        protected override int Rank => FewRank;

        public override IEnumerable<SObject> In(RecordTable table) =>
            Values.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(value => table.Having(Ordinal, value));
    }

    /// <summary>The records of either way.</summary>
    internal sealed record Union(Access Left, Access Right) : Access
    {
        protected override int Rank => FewRank;

        public override IEnumerable<SObject> In(RecordTable table) => Left.In(table).Concat(Right.In(table)).Distinct();
    }

    /// <summary>The records of a span of SystemModstamp, bounds included.</summary>
    internal sealed record Span(Instant From, Instant Until) : Access
    {
        protected override int Rank => 2;

        public override IEnumerable<SObject> In(RecordTable table) => table.Between(From, Until);
    }

    /// <summary>The records from an id on.</summary>
    internal sealed record FromId(string Id) : Access
    {
        protected override int Rank => 3;

        public override IEnumerable<SObject> In(RecordTable table) => table.FromId(Id);
    }

    private sealed record Whole : Access
    {
        protected override int Rank => 4;

        public override IEnumerable<SObject> In(RecordTable table) => table.All;
    }
}
