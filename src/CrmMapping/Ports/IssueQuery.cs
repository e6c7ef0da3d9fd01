namespace CrmMapping;

/// <summary>Says which issues are wanted.</summary>
public sealed record IssueQuery
{
    /// <summary>Gets the one local contact that is wanted; null for all.</summary>
    public string? LocalId { get; init; }

    /// <summary>Gets whether only those are wanted that are of the connection itself, such as a CRM field that is gone, and of no contact.</summary>
    /// <value>The default is false.</value>
    public bool OfConnection { get; init; }

    /// <summary>Gets the one code that is wanted; null for all.</summary>
    public IssueCode? Code { get; init; }

    /// <summary>Gets the most issues wanted, above zero.</summary>
    /// <value>The default is 1000.</value>
    public int Size { get; init; } = 1000;
}
