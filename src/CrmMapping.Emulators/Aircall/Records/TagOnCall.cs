using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Is a tag that somebody put on a call.</summary>
internal sealed record TagOnCall(AircallTag Tag, AircallUser By, Instant At);
