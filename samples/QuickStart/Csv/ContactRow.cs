namespace QuickStart;

/// <summary>Holds one contact of a file: its row, counted as a spreadsheet does, and what is wrong with the row, if anything.</summary>
internal sealed record ContactRow(int Row, IReadOnlyDictionary<string, string?> Values, string? Damage);
