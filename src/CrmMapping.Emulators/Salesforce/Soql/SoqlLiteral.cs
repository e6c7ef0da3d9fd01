namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a value as it was written; <c>Argument</c> is the n of literals such as <c>LAST_N_DAYS:n</c>.</summary>
internal sealed record SoqlLiteral(SoqlToken Token, int? Argument = null)
{
    public bool IsNull => Token.Kind is SoqlTokenKind.Name && Token.Is("null");
}
