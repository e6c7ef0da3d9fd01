using System.Text.Json;
using NodaTime.Text;

namespace CrmMapping.Outcomes;

/// <summary>Writes what is known of a CRM's outcomes as JSON, for a store that keeps it, and reads it back.</summary>
/// <remarks>Safe to call from several threads. What comes from people is read by <see cref="OutcomeRulesJson"/>, which says all that is wrong.</remarks>
public static class OutcomeHistoryJson
{
    /// <summary>Writes a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>JSON in one line.</returns>
    public static string Write(OutcomeHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return JsonSerializer.Serialize(HistoryFile.Of(history), HistoryJson.Default.HistoryFile);
    }

    /// <summary>Reads a history that was written.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The history, equal to the one that was written.</returns>
    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>, or by a later version than this one.</exception>
    public static OutcomeHistory Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, HistoryJson.Default.HistoryFile) is { FormatVersion: HistoryFile.Format } file
                ? file.ToHistory()
                : throw new FormatException("The history of the outcomes was written by another version of CrmMapping. Use that, or a later one.");
        }
        catch (Exception wrong) when (wrong is JsonException or UnparsableValueException or ArgumentException)
        {
            throw new FormatException("The text is no history of outcomes. Let the store give back what it was given.", wrong);
        }
    }
}
