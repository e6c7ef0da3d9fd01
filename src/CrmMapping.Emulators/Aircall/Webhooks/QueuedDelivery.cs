using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Is an event on its way to one webhook, with the call as it was then.</summary>
internal sealed record QueuedDelivery(Guid Subscription, string Name, Instant At, ReadOnlyMemory<byte> Data);
