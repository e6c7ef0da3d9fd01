namespace CrmMapping.Emulators;

/// <summary>Ends the handling of a request, or of one input of a batch, with one of HubSpot's errors.</summary>
internal sealed class HubSpotProblem(int status, string? category, string message) : Exception(message)
{
    public int Status => status;

    public string? Category => category;

    public IReadOnlyList<PropertyFault> Faults { get; init; } = [];

    public IReadOnlyDictionary<string, string[]> Context { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The contact that already has the address; null for every other problem.</summary>
    public CrmRecord? Existing { get; init; }

    public string? ExistingEmail { get; init; }

    public string? MissingScope { get; init; }

    public static HubSpotProblem Invalid(string message) => new(400, "VALIDATION_ERROR", message);

    public static HubSpotProblem NotFound() => new(404, "OBJECT_NOT_FOUND", "resource not found");

    public static HubSpotProblem InvalidProperties(IReadOnlyList<PropertyFault> faults) =>
        new(400, "VALIDATION_ERROR", "Property values were not valid") { Faults = faults };

    public static HubSpotProblem EmailTaken(CrmRecord existing, string email) =>
        new(409, "CONFLICT", $"Contact already exists. Existing ID: {existing.Id}") { Existing = existing, ExistingEmail = email };

    public static HubSpotProblem ScopeMissing(string scope) =>
        new(403, "MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.") { MissingScope = scope };

    public static HubSpotProblem DuplicateIds(IReadOnlyCollection<string> ids) =>
        new(400, "VALIDATION_ERROR", $"Duplicate IDs found in batch input: [{string.Join(", ", ids)}]. IDs must be unique")
        {
            Context = new Dictionary<string, string[]> { ["ids"] = [.. ids] },
        };
}
