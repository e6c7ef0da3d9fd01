namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one error of an answer: its code, its words and the fields it is about.</summary>
internal sealed record SalesforceError(string Code, string Message, params string[] Fields)
{
    /// <summary>What a duplicate rule found; null with any other error.</summary>
    public DuplicateFinding? Duplicate { get; init; }
}
