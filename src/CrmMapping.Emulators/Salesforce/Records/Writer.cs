namespace CrmMapping.Emulators.Salesforce;

/// <summary>Says who writes, and what their request asked for besides.</summary>
/// <param name="UserId">The user whose name goes on the record.</param>
internal sealed record Writer(string UserId)
{
    /// <summary>Whether the active assignment rule gives leads another owner.</summary>
    public bool AutoAssigns { get; init; }

    /// <summary>Whether duplicates are saved where the rule leaves it to the caller.</summary>
    public bool SavesDuplicates { get; init; }

    /// <summary>Whether the writer is past the rules that hold for callers, as a person who seeds an org is.</summary>
    public bool IsQuiet { get; init; }
}
