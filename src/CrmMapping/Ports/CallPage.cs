namespace CrmMapping;

/// <summary>Holds one page of calls.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Next">Where to go on; null when this was the last page.</param>
public sealed record CallPage(IReadOnlyList<PhoneCall> Calls, string? Next);
