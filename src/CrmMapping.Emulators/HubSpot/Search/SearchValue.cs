using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Brings values that have an order to numbers: numbers as they are, dates and times as epoch milliseconds.</summary>
internal static class SearchValue
{
    public static bool IsOrdered(HubSpotProperty property) => property.Type is "number" or "date" or "datetime";

    public static decimal? Number(HubSpotProperty property, string value) => property.Type switch
    {
        "number" => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        "date" or "datetime" => WireTime.TryInstant(value, out var time) ? time.ToUnixTimeMilliseconds() : null,
        _ => null,
    };
}
