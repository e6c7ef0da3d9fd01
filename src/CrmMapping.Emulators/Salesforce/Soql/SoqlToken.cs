namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one word of a query: what it is, as it was written, and where it stands.</summary>
internal readonly record struct SoqlToken(SoqlTokenKind Kind, string Text, int Position)
{
    public bool Is(string word) => Kind is SoqlTokenKind.Name or SoqlTokenKind.Symbol && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
