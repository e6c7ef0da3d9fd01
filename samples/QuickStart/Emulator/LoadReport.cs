namespace QuickStart;

/// <summary>Counts by cause what could not be loaded as it was written, and remembers the first rows of each.</summary>
internal sealed class LoadReport
{
    private const int Shown = 3;
    private const int LongestMessage = 48;

    private readonly SortedDictionary<string, Cause> _causes = new(StringComparer.Ordinal);

    public IEnumerable<IssueCount> Issues => _causes.Select(cause => new IssueCount(
        cause.Key, cause.Value.Count, IssueKind.Loading,
        [string.Join("; ", cause.Value.First.Select(trouble => $"row {trouble.Row}: {Printable.Short(OneLine.Of(trouble.Message), LongestMessage)}"))]));

    public void Add(EmulatorMessage.Trouble trouble)
    {
        if (!_causes.TryGetValue(trouble.Cause, out var cause))
        {
            _causes[trouble.Cause] = cause = new Cause();
        }

        cause.Count++;
        if (cause.First.Count < Shown)
        {
            cause.First.Add(trouble);
        }
    }

    private sealed class Cause
    {
        public long Count { get; set; }

        public List<EmulatorMessage.Trouble> First { get; } = [];
    }
}
