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

    private const int FewRank = 1;

    /// <summary>Narrows ways of reaching the records, all of which must hold, down to the best one.</summary>
    public static Access OfAll(IEnumerable<Access> ways) => ways.Aggregate(static (left, right) => (left, right) switch
    {
        (Span one, Span other) => new Span(Instant.Max(one.From, other.From), Instant.Min(one.Until, other.Until)),
        _ => left.Rank <= right.Rank ? left : right,
    });

    /// <summary>Joins ways of reaching the records, any of which may hold.</summary>
    public static Access OfAny(IReadOnlyList<Access> ways)
    {
        if (ways.All(static way => way is Span))
            return new Span(ways.Min(static way => ((Span)way).From), ways.Max(static way => ((Span)way).Until));
        return ways.All(static way => way.Rank <= FewRank) ? new Union(ways) : Everything;
    }

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

    /// <summary>The records of any of the ways.</summary>
    internal sealed record Union(IReadOnlyList<Access> Ways) : Access
    {
        protected override int Rank => FewRank;

        public override IEnumerable<SObject> In(RecordTable table) => Ways.SelectMany(way => way.In(table)).Distinct();
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
