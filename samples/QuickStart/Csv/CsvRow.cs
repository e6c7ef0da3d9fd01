namespace QuickStart;

/// <summary>Holds the fields of one row, and what is wrong with how it is written, if anything.</summary>
internal sealed record CsvRow(IReadOnlyList<string> Fields, string? Damage)
{
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
