namespace QuickStart;

/// <summary>Names a column and the property of a contact that it is taken for; null where it is left out.</summary>
internal sealed record Column(int Index, string Name, string? Property);
