namespace CrmMapping.Emulators;

/// <summary>Names the meaning of a link; the number differs for the two directions.</summary>
internal readonly record struct AssociationType(string Category, int Id)
{
    private static readonly (int Forth, int Back)[] Pairs = [(194, 193), (81, 82), (279, 280), (1, 2), (182, 181), (206, 205), (220, 219)];

    public AssociationType Reversed
    {
        get
        {
            var id = Id;
            var pair = Array.Find(Pairs, pair => pair.Forth == id || pair.Back == id);
            return pair == default ? this : this with { Id = pair.Forth == id ? pair.Back : pair.Forth };
        }
    }

    public static AssociationType Default(string from, string to) => new("HUBSPOT_DEFINED", (from, to) switch
    {
        ("calls", "contacts") => 194,
        ("contacts", "calls") => 193,
        ("contacts", "companies") => 279,
        ("companies", "contacts") => 280,
        ("communications", "contacts") => 81,
        ("contacts", "communications") => 82,
        ("calls", "companies") => 182,
        ("calls", "deals") => 206,
        ("calls", "tickets") => 220,
        _ => throw HubSpotProblem.Invalid($"No default association from {from} to {to} is known here"),
    });
}
