namespace CrmMapping.HighLevel;

/// <summary>Wants something of a field: a value, or, of times, one not before an instant.</summary>
internal readonly record struct SearchFilter(string Field, string Operator, string Value)
{
    /// <summary>The longest value that HighLevel takes.</summary>
    public const int Longest = 75;

    public static SearchFilter Since(string field, string instant) => new(field, "range", instant);
}
