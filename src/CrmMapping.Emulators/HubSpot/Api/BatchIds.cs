using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Takes the ids out of batch inputs; HubSpot refuses a batch that names one twice.</summary>
internal static class BatchIds
{
    public static IReadOnlyList<string> Distinct(IReadOnlyList<JsonElement> inputs, bool foldCase)
    {
        var ids = inputs.Select(input => input.Text("id") ?? throw HubSpotProblem.Invalid("Every input of the batch needs an 'id'")).ToList();
        var comparer = foldCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var twice = ids.GroupBy(id => id, comparer).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToList();
        return twice.Count is 0 ? ids : throw HubSpotProblem.DuplicateIds(twice);
    }
}
