namespace QuickStart;

/// <summary>Names a column and the HubSpot property that it is taken for; null where it is left out.</summary>
internal sealed record Column(int Index, string Name, string? Property);
