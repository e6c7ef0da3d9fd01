namespace CrmMapping;

/// <summary>What is written about one region in the numbering plans; patterns match from the first digit on.</summary>
internal sealed class NumberingPlanFacts
{
    public LengthSet Lengths { get; set; }

    public string General { get; set; } = "";

    public List<NumberType> Types { get; } = [];

    public string? InternationalPrefix { get; set; }

    public string? NationalPrefix { get; set; }

    /// <summary>What the national prefix gives way to: digits, and <c>$1</c> for the first group of the pattern.</summary>
    public string? Transform { get; set; }

    public string? LeadingDigits { get; set; }
}
