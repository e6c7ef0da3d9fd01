using System.Globalization;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves the versions of the API.</summary>
internal static class VersionEndpoints
{
    private const int Oldest = 31;
    private const int Newest = 67;

    private static readonly string[] Seasons = ["Winter", "Spring", "Summer"];

    public static void List(SalesforceCall call)
    {
        call.Json.WriteStartArray();
        for (var version = Oldest; version <= Newest; version++)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("label", Label(version));
            call.Json.WriteString("url", $"/services/data/v{version}.0");
            call.Json.WriteString("version", $"{version}.0");
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    public static void Resources(SalesforceCall call)
    {
        call.Json.WriteStartObject();
        foreach (var name in new[] { "sobjects", "query", "queryAll", "search", "composite", "limits", "jobs", "analytics" })
            call.Json.WriteString(name, $"{call.Root}/{name}");
        call.Json.WriteEndObject();
    }

    /// <summary>Reads the version in a path, which always has one decimal.</summary>
    /// <exception cref="SalesforceProblem">There is no such version, or no longer.</exception>
    public static decimal Read(string part)
    {
        if (part is not ['v', .., '.', '0'] || !decimal.TryParse(part.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) || version > Newest)
            throw SalesforceProblem.NotFound();
        return version >= Oldest
            ? version
            : throw new SalesforceProblem(410, new SalesforceError("UNSUPPORTED_API_VERSION", $"The requested version {part[1..]} is retired"));
    }

    // Version 66 is that of Spring '26.
    private static string Label(int version) => $"{Seasons[(version + 1) % 3]} '{(26 * 3 + version - 65) / 3:00}";
}
