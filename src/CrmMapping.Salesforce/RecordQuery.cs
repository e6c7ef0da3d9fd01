namespace CrmMapping.Salesforce;

/// <summary>Says which records a query finds and in what order; what is read of them is said elsewhere.</summary>
internal sealed record RecordQuery
{
    /// <summary>Gets the condition; null for every record.</summary>
    public string? Where { get; init; }

    public string OrderBy { get; init; } = ObjectNames.Id;

    /// <summary>Gets how many records at the most; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets whether records come that were deleted or merged away.</summary>
    public bool WithDeleted { get; init; }

    /// <summary>Joins conditions that must all hold.</summary>
    public static string? All(params string?[] conditions)
    {
        var said = conditions.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(" AND ", said);
    }

    public string Of(string type, IEnumerable<string> names) =>
        $"SELECT {string.Join(',', names)} FROM {type}{(Where is null ? "" : $" WHERE {Where}")} ORDER BY {OrderBy}{(Limit is { } limit ? $" LIMIT {limit}" : "")}";
}
