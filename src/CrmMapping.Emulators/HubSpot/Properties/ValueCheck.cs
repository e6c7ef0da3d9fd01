using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Judges values as HubSpot does, and brings those it takes to the form in which they are read back.</summary>
internal sealed partial class ValueCheck(Func<string, bool> isOwner)
{
    private const int LongestText = 65_536;

    /// <summary>Checks one value; null and the empty text clear the property.</summary>
    public PropertyFault? Check(HubSpotProperty property, string? raw, string? current, out string? value)
    {
        value = null;
        if (string.IsNullOrEmpty(raw))
            return null;
        var problem = property.Type switch
        {
            "number" => Number(property, raw, out value),
            "bool" => Flag(property, raw, out value),
            "enumeration" => Choice(property, raw, current, out value),
            "date" => Date(property, raw, out value),
            "datetime" => Time(property, raw, out value),
            _ => Text(property, raw, out value),
        };
        return problem;
    }

    private static PropertyFault? Text(HubSpotProperty property, string raw, out string? value)
    {
        value = property.Name is UniqueValues.Email ? raw.ToLowerInvariant() : raw;
        if (raw.Length > LongestText)
            return new(property.Name, "PROPERTY_VALUE_TOO_LONG", $"{property.Name} is {raw.Length} characters long; at most {LongestText} are allowed");
        if (property.Name is UniqueValues.Email && !Address().IsMatch(raw))
            return new(property.Name, "INVALID_EMAIL", $"Email address {raw} is invalid");
        return null;
    }

    private static PropertyFault? Number(HubSpotProperty property, string raw, out string? value)
    {
        value = raw;
        return decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? null
            : new(property.Name, "INVALID_INTEGER", $"{raw} was not a valid number.");
    }

    private static PropertyFault? Flag(HubSpotProperty property, string raw, out string? value)
    {
        value = raw;
        return raw is "true" or "false" ? null : InvalidOption(property, raw, "true, false");
    }

    private PropertyFault? Choice(HubSpotProperty property, string raw, string? current, out string? value)
    {
        value = raw;
        if (property.ExternalOptions)
            return isOwner(raw) ? null : InvalidOption(property, raw, "the ids of owners");
        if (!property.TakesSeveral)
            return IsOption(property, raw) ? null : InvalidOption(property, raw, Allowed(property));

        // A leading semicolon appends to what is there.
        var added = raw.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var all = raw[0] is ';' && current is not null ? [.. current.Split(';'), .. added] : added;
        value = string.Join(';', all.Distinct(StringComparer.Ordinal));
        return Array.Find(added, one => !IsOption(property, one)) is { } unknown
            ? InvalidOption(property, unknown, Allowed(property))
            : null;
    }

    private static PropertyFault? Date(HubSpotProperty property, string raw, out string? value)
    {
        value = null;
        if (WireTime.TryDate(raw, out var date))
        {
            value = WireTime.FormatDate(date);
            return null;
        }

        if (!WireTime.TryEpoch(raw, out var time))
            return new(property.Name, "INVALID_DATE", $"{raw} was not a valid date");
        var utc = time.InUtc();
        if (utc.TimeOfDay != LocalTime.Midnight)
            return new(property.Name, "INVALID_DATE", $"{raw} is at {utc.Hour}:{utc.Minute}:{utc.Second}.{utc.Millisecond} UTC, not midnight!");
        value = WireTime.FormatDate(utc.Date);
        return null;
    }

    private static PropertyFault? Time(HubSpotProperty property, string raw, out string? value)
    {
        value = null;
        if (!WireTime.TryInstant(raw, out var time))
            return new(property.Name, "INVALID_DATE", $"{raw} was not a valid datetime");
        value = WireTime.Format(time);
        return null;
    }

    private static bool IsOption(HubSpotProperty property, string value) =>
        property.Options.Any(option => string.Equals(option.Value, value, StringComparison.Ordinal));

    private static string Allowed(HubSpotProperty property) => string.Join(", ", property.Options.Select(option => option.Value));

    private static PropertyFault InvalidOption(HubSpotProperty property, string raw, string allowed) =>
        new(property.Name, "INVALID_OPTION", $"{raw} was not one of the allowed options: [{allowed}]");

    [GeneratedRegex(@"^[^@\s;,]+@[^@\s;,]+\.[A-Za-z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
