namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one uploaded row and what came of it.</summary>
internal sealed record BulkRow(IReadOnlyList<string> Cells)
{
    public string? Id { get; init; }

    public bool IsNew { get; init; }

    public string? Error { get; init; }
}
