using System.Text;

namespace CrmMapping.Salesforce;

/// <summary>Writes countries and states by their codes where the org keeps lists of them, as it takes no free text there.</summary>
internal static class AddressCodes
{
    /// <summary>Gives the field that holds the code of a country or state.</summary>
    /// <returns>Its definition; null where the org keeps no list for the field.</returns>
    public static WireField? Find(string name, ObjectSchema known) =>
        name.EndsWith("Country", StringComparison.Ordinal) || name.EndsWith("State", StringComparison.Ordinal) ? known.Find(name + "Code") : null;

    /// <summary>Finds the code of a value.</summary>
    /// <param name="code">The field that holds codes.</param>
    /// <param name="value">A code, or a name as the org lists it.</param>
    /// <returns>The code; null when the list has no such value.</returns>
    public static string? CodeOf(WireField code, ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value);
        var options = (code.PicklistValues ?? []).OfType<WirePicklistValue>().Where(static option => option is { Active: not false, Value.Length: > 0 }).ToList();
        return (options.Find(option => Same(option.Value, text)) ?? options.Find(option => Same(option.Label, text)))?.Value;
    }

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
