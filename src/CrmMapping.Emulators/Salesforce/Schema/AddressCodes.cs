namespace CrmMapping.Emulators.Salesforce;

/// <summary>Knows the countries and states that an org with address picklists lists, by their codes.</summary>
internal static class AddressCodes
{
    public static IReadOnlyDictionary<string, string> Countries { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AU"] = "Australia", ["CA"] = "Canada", ["DE"] = "Germany", ["FR"] = "France", ["GB"] = "United Kingdom", ["US"] = "United States",
    };

    /// <summary>The states of the countries that have any here; no two share a code.</summary>
    public static IReadOnlyDictionary<string, string> States { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CA"] = "California", ["FL"] = "Florida", ["IL"] = "Illinois", ["NY"] = "New York", ["OR"] = "Oregon", ["TX"] = "Texas",
        ["BC"] = "British Columbia", ["ON"] = "Ontario", ["QC"] = "Quebec",
        ["NSW"] = "New South Wales", ["VIC"] = "Victoria", ["QLD"] = "Queensland",
    };

    public static string? CountryOf(string state) => state switch
    {
        "CA" or "FL" or "IL" or "NY" or "OR" or "TX" => "US",
        "BC" or "ON" or "QC" => "CA",
        "NSW" or "VIC" or "QLD" => "AU",
        _ => null,
    };

    /// <summary>Finds the code of a name, or of a code; null when nothing of that name is listed.</summary>
    public static string? Find(IReadOnlyDictionary<string, string> codes, string nameOrCode) =>
        codes.FirstOrDefault(pair => Same(pair.Value, nameOrCode) || Same(pair.Key, nameOrCode)).Key;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
