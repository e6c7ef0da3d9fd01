using System.Globalization;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Reads dates of birth in the orders and with the separators that the service takes.</summary>
internal static class BirthDate
{
    private static readonly string[] Formats = [.. "-/._".SelectMany(static mark => new[] { $"yyyy'{mark}'MM'{mark}'dd", $"MM'{mark}'dd'{mark}'yyyy" })];

    public static string? Read(string text) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
