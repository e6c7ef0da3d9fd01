namespace QuickStart;

/// <summary>Counts the edits that were made, and remembers a few contacts to show.</summary>
internal sealed class EditCounts
{
    private const int Shown = 3;

    public long Here { get; private set; }

    public long InCrm { get; private set; }

    public long OnBoth { get; private set; }

    /// <summary>Conflicts of which only the CRM's history tells who was later.</summary>
    public long AskingForTimes { get; private set; }

    /// <summary>How many contacts were added on each side.</summary>
    public long New { get; set; }

    public List<string> Examples { get; } = [];

    public void Add(EditRound round)
    {
        if (Examples.Count == 0)
        {
            Examples.AddRange(round.OnlyHere.Take(1).Concat(round.LaterWins.Take(1)).Concat(round.Conflicting.Except(round.LaterWins).Take(Shown - 2)));
        }

        Here += round.OnlyHere.Count;
        OnBoth += round.Conflicting.Count;
        AskingForTimes += round.AskingForTimes;
        InCrm += round.InCrm.Count - round.Conflicting.Count;
    }
}
