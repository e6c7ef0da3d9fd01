namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>Draws a contact, the side on which it begins, and what happens to it; the same seed draws the same.</summary>
internal sealed class PlayedHistory
{
    private static readonly string[] Words =
        ["Ada", "Zoë", "O'Brien", "Şahin", "李雷", "a\\b", "\"quoted\"", "<b>&amp;", "100%_off", "tab&tail", "𠮷野", "x'; DROP--", "{json: [1]}", "+1"];

    private static readonly string[] Phones = ["+1 415 555 0123", "(415) 555-0124", "+14155550125", "415.555.0126"];

    private static readonly string[] Editable = ["FirstName", "LastName", "Email", "Phone", "City", "Job", "Note"];

    private readonly Random _random;

    public PlayedHistory(int seed)
    {
        _random = new Random(seed);
        BeginsInCrm = _random.Next(2) == 0;
        Beginning = Editable.ToDictionary(static property => property, Draw);
        Steps = [.. Enumerable.Range(0, 24).Select(_ => Step()), new PlayedStep(PlayedAct.Sync)];
    }

    public bool BeginsInCrm { get; }

    public IReadOnlyDictionary<string, string?> Beginning { get; }

    public IReadOnlyList<PlayedStep> Steps { get; }

    public override string ToString() =>
        $"{(BeginsInCrm ? "begins in the CRM" : "begins here")}: {string.Join(", ", Beginning.Select(value => $"{value.Key} '{value.Value}'"))}\n  {string.Join("\n  ", Steps)}";

    private PlayedStep Step()
    {
        if (_random.Next(3) == 0)
        {
            return new PlayedStep(PlayedAct.Sync);
        }

        var property = Editable[_random.Next(Editable.Length)];
        var mayClear = property is "City" or "Job" or "Note";
        return new PlayedStep(_random.Next(2) == 0 ? PlayedAct.EditHere : PlayedAct.EditInCrm, property, mayClear && _random.Next(4) == 0 ? null : Draw(property));
    }

    // A name is one word, as a CRM that keeps a whole name parts it at its blanks.
    private string? Draw(string property) => property switch
    {
        "Email" => $"person{_random.Next(1000)}@Example.com",
        "Phone" => Phones[_random.Next(Phones.Length)],
        "FirstName" or "LastName" => Words[_random.Next(5)] + _random.Next(100),
        _ => $"{Words[_random.Next(Words.Length)]} {Words[_random.Next(Words.Length)]} {_random.Next(100)}",
    };
}
