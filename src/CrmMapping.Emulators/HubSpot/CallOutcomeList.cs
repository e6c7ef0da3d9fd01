namespace CrmMapping.Emulators;

/// <summary>Keeps the outcomes that the account offers for calls: HubSpot's own, and those that people made.</summary>
internal sealed class CallOutcomeList
{
    private readonly List<HubSpotCallOutcome> _outcomes =
    [
        new("9d9162e7-6cf3-4944-bf63-4dff82258764", "Busy"), new("f240bbac-87c9-4f6e-bf70-924b57d47db7", "Connected"),
        new("a4c4c377-d246-4b32-a13b-75a56a4cd0ff", "Left live message"), new("b2cf5968-551e-4856-9783-52b3da59a7d0", "Left voicemail"),
        new("73a0d17f-1163-4015-bdd5-ec830791da20", "No answer"), new("17b47fee-58de-441e-a44c-c6300d46f273", "Wrong number"),
    ];

    private int _made;

    public IReadOnlyList<HubSpotCallOutcome> All => _outcomes;

    public HubSpotCallOutcome Add(string label)
    {
        var outcome = new HubSpotCallOutcome($"{++_made:x8}-0000-4000-8000-000000000000", label);
        _outcomes.Add(outcome);
        return outcome;
    }

    public void Change(string id, Func<HubSpotCallOutcome, HubSpotCallOutcome> change)
    {
        var place = _outcomes.FindIndex(outcome => outcome.Id == id && !outcome.IsDeleted);
        if (place < 0)
            throw new ArgumentException($"The account offers no outcome '{id}'. Take an id of All.", nameof(id));
        _outcomes[place] = change(_outcomes[place]);
    }
}
