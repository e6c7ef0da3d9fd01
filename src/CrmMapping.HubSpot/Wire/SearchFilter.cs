namespace CrmMapping.HubSpot;

/// <summary>One condition of a search.</summary>
internal readonly record struct SearchFilter(string Property, string Operator, string? Value, IReadOnlyList<string>? Values = null)
{
    public static SearchFilter In(string property, IReadOnlyList<string> values) => new(property, "IN", null, values);
}
