namespace CrmMapping.HubSpot;

/// <summary>Says how many contacts there are as far as the search's index knows, and when that was answered.</summary>
internal readonly record struct ContactCount(long? Total, SearchAnswer Answer);
