namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Is an event on its way to one webhook.</summary>
internal sealed record QueuedDelivery(long Subscription, PersonEvent Event, Guid Id, Guid Correlation);
