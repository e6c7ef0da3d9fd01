namespace CrmMapping.Emulators;

/// <summary>Makes up contacts from a seed: the same seed gives the same people, on every machine.</summary>
public static class SampleContacts
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Amelie", "Arno", "Bea", "Bruno", "Carla", "Chidi", "Dana", "Dario", "Edda", "Eliot", "Fatima", "Finn", "Greta", "Hana", "Hugo",
        "Ines", "Ivo", "Jana", "Joaquín", "Kai", "Kira", "Leo", "Lina", "Malik", "Mara", "Nils", "Noor", "Olga", "Otis", "Pia", "Quentin",
        "Rania", "Rosa", "Sven", "Tamsin", "Uma", "Viktor", "Wanda", "Yuki", "Zoë", "Zeno",
    ];

    private static readonly string[] LastNames =
    [
        "Abernathy", "Adeyemi", "Albrecht", "Bellweather", "Björk", "Calloway", "Castellan", "Dunmore", "Ekström", "Fairbank", "Fontaine",
        "Galloway", "Hartmann", "Holloway", "Ishikawa", "Jansson", "Kettering", "Kowalczyk", "Larkspur", "Lindqvist", "Marchetti", "Mbeki",
        "Norwood", "O'Dell", "Okafor", "Pemberton", "Quill", "Ravenscroft", "Rosenthal", "Santoro", "Silvestri", "Thackeray", "Ueda",
        "Vandermeer", "Vasquez", "Whitlock", "Winterbourne", "Yamamoto", "Zeller", "Zimmer",
    ];

    private static readonly string[] Companies =
        ["Bluebird Bakery", "Northwind Lamps", "Tidewater Tools", "Halcyon Dental", "Maple & Pine", "Orbit Cycles", "Quarry Stone Partners", "Sunday Freight"];

    private static readonly string[] Jobs =
        ["Account Manager", "Buyer", "Chief Accountant", "Head of Sales", "Office Manager", "Owner", "Plant Supervisor", "Team Lead"];

    private static readonly string[] Streets = ["Alder Street", "Canal Road", "Elm Avenue", "Harbour Lane", "Juniper Way", "Mill Street", "Orchard Close"];

    private static readonly string[] Stages =
        ["subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "opportunity", "customer"];

    private static readonly string[] Statuses = ["NEW", "OPEN", "IN_PROGRESS", "ATTEMPTED_TO_CONTACT", "CONNECTED", "BAD_TIMING"];

    /// <summary>Makes up people, one after the other; nothing is kept.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <returns>The people, in an order that depends on the seed alone: the first ten of a thousand are the first ten of ten.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<SampleContact> Generate(int count, long seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(1, count).Select(number => One(number, seed));
    }

    private static SampleContact One(int number, long seed)
    {
        var (first, last) = (Pick(FirstNames, 1), Pick(LastNames, 2));
        var country = Pick(SampleCountry.All, 3);
        var place = Pick(country.Places, 4);
        return new SampleContact(
            first, last, $"{Plain(first)}.{Plain(last)}.{number}@example.com",
            SampleCountry.Number(country.Numbers, Draw(100, 5), Draw(1000, 6)),
            Draw(2, 7) is 0 ? null : SampleCountry.Number(country.Mobiles, Draw(100, 8), Draw(1000, 9)),
            Pick(Companies, 10), Pick(Jobs, 11), $"{1 + Draw(200, 12)} {Pick(Streets, 13)}", place.City, place.State, place.Zip, country.Name,
            Pick(Stages, 14), Draw(3, 15) is 0 ? null : Pick(Statuses, 16));

        int Draw(int bound, int salt) => Seeded.Below(bound, seed, number, salt);

        T Pick<T>(IReadOnlyList<T> list, int salt) => list[Draw(list.Count, salt)];
    }

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Select(character => character switch
    {
        'ë' => "e",
        'í' => "i",
        'ö' => "o",
        >= 'a' and <= 'z' => character.ToString(),
        _ => "",
    }));
}
