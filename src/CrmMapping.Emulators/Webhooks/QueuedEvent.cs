using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Holds an event that waits to be sent, for the how-manieth time, and not before when.</summary>
internal readonly record struct QueuedEvent<TEvent>(TEvent Event, int Attempt, Instant DueAt);
