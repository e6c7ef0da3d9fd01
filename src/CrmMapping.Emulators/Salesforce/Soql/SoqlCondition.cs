namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a condition as it was written.</summary>
internal abstract record SoqlCondition
{
    private SoqlCondition()
    {
    }

    internal sealed record All(IReadOnlyList<SoqlCondition> Parts) : SoqlCondition;

    internal sealed record Any(IReadOnlyList<SoqlCondition> Parts) : SoqlCondition;

    internal sealed record Not(SoqlCondition Part) : SoqlCondition;

    internal sealed record Compare(SoqlToken Field, string Operator, SoqlLiteral Value) : SoqlCondition;

    internal sealed record Among(SoqlToken Field, string Operator, IReadOnlyList<SoqlLiteral> Values) : SoqlCondition;

    internal sealed record AmongRows(SoqlToken Field, bool IsNegated, SoqlQuery Query) : SoqlCondition;
}
