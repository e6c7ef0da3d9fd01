namespace CrmMapping;

/// <summary>Holds what a host may bring beside its contacts; null where it brings none.</summary>
internal sealed record HostServices(IUserDirectory? Users, IDispositionStatuses? Statuses, ILineTypeLookup? LineTypes, CallServices? Calls);
