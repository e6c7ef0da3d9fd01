namespace CrmMapping;

/// <summary>A page of changes and the position after it.</summary>
internal sealed record SeenChanges(IReadOnlyList<SeenRecord> Records, string Position);
