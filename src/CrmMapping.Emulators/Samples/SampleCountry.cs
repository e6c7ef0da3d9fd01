using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Knows the places of a country and its numbers kept free for fiction.</summary>
internal sealed record SampleCountry(string Name, string Code, SampleCountry.Place[] Places, string[] Numbers, string[] Mobiles)
{
    // The mobile numbers that Britain and France keep for fiction are in nobody's numbering plan: others of theirs stand in.
    public static IReadOnlyList<SampleCountry> All { get; } =
    [
        new("United States", "US",
            [new("New York", "NY", "10001"), new("Portland", "OR", "97201"), new("Austin", "TX", "73301"), new("Chicago", "IL", "60601")],
            ["+121255501{0:00}", "+1 503 555 01{0:00}", "(512) 555-01{0:00}", "312-555-01{0:00}"], ["+1 917-555-01{0:00}", "+197155501{0:00}"]),
        new("United Kingdom", "GB",
            [new("London", null, "SW1A 1AA"), new("Leeds", null, "LS1 1UR"), new("Cardiff", null, "CF10 1EP")],
            ["+44 20 7946 0{0:000}", "+44113496 0{0:000}", "029 2018 0{0:000}"], ["+44 3069 990{0:000}", "+443069990{0:000}"]),
        new("Germany", "DE",
            [new("Berlin", null, "10115"), new("Hamburg", null, "20095"), new("München", "Bayern", "80331")],
            ["+49 30 23125 {0:000}", "+494066969{0:000}", "089 99998 {0:000}"], ["+49 171 39200{0:00}"]),
        new("France", "FR",
            [new("Paris", null, "75001"), new("Lyon", null, "69001"), new("Besançon", null, "25000")],
            ["+33 1 99 00 1{0:000}", "+33199001{0:000}"], ["+33 2 61 91 1{0:000}"]),
        new("Australia", "AU",
            [new("Sydney", "NSW", "2000"), new("Melbourne", "VIC", "3000"), new("Perth", "WA", "6000")],
            ["+61 2 5550 0{0:000}", "+6137010 0{0:000}"], ["+61 491 570 {0:000}"]),
    ];

    public static string? CodeOf(string name) => All.FirstOrDefault(country => country.Name == name)?.Code;

    public static string Number(IReadOnlyList<string> patterns, int pattern, int number)
    {
        var text = patterns[pattern % patterns.Count];
        return string.Format(CultureInfo.InvariantCulture, text, text.Contains("{0:00}", StringComparison.Ordinal) ? number % 100 : number % 1000);
    }

    internal sealed record Place(string City, string? State, string Zip);
}
