namespace CrmMapping;

/// <summary>Says which counterpart a record has, that it has none, or why that cannot be told.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Id">The counterpart's id; null when there is none.</param>
/// <param name="Code">The issue, or the notice that goes with a new record; null when there is nothing to say.</param>
/// <param name="Message">What to tell a person; null when there is nothing to say.</param>
/// <param name="Others">The ids of those whom it is about too, ten at most.</param>
internal sealed record MatchDecision(
    MatchKind Kind, string? Id = null, IssueCode? Code = null, string? Message = null, EquatableArray<string> Others = default)
{
    // A switchboard's number may have thousands of holders; ten of them stand for the rest, or each would remember all the others.
    private const int MostOthers = 10;

    public static MatchDecision New { get; } = new(MatchKind.New);

    public static MatchDecision To(string id) => new(MatchKind.Matched, id);

    public static MatchDecision Issue(IssueCode code, string message, IEnumerable<MatchCandidate> others) =>
        new(MatchKind.Undecided, null, code, message, Ids(others));

    public static MatchDecision NewBeside(IssueCode code, string message, IEnumerable<MatchCandidate> others) =>
        new(MatchKind.New, null, code, message, Ids(others));

    private static EquatableArray<string> Ids(IEnumerable<MatchCandidate> candidates) =>
        candidates.Select(static c => c.Id).Distinct(StringComparer.Ordinal).TakeLast(MostOthers).ToEquatableArray();
}
