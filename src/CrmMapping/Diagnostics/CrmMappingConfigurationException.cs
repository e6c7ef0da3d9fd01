using System.Text;

namespace CrmMapping;

/// <summary>Says that the configuration is wrong, with every mistake in it. Thrown when the host starts, or at the first use without a host.</summary>
public sealed class CrmMappingConfigurationException : Exception
{
    private const int LongestLine = 140;
    private const string Indent = "           ";

    /// <summary>Makes the exception.</summary>
    /// <param name="mistakes">The mistakes, at least one.</param>
    public CrmMappingConfigurationException(IReadOnlyList<MappingMistake> mistakes)
        : base(Describe(mistakes)) =>
        Mistakes = mistakes.ToEquatableArray();

    /// <summary>Gets the mistakes, in the order in which they were found.</summary>
    public IReadOnlyList<MappingMistake> Mistakes { get; }

    private static string Describe(IReadOnlyList<MappingMistake> mistakes)
    {
        ArgumentNullException.ThrowIfNull(mistakes);
        var text = new StringBuilder($"CrmMapping cannot start: {mistakes.Count} mistake{(mistakes.Count == 1 ? "" : "s")}.");
        foreach (var mistake in mistakes)
        {
            Append(text, $"  {mistake}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string line)
    {
        text.Append('\n');
        while (line.Length > LongestLine && line.LastIndexOf(' ', LongestLine) is var space && space > Indent.Length)
        {
            text.Append(line.AsSpan(0, space)).Append('\n');
            line = $"{Indent}{line[(space + 1)..]}";
        }

        text.Append(line);
    }
}
