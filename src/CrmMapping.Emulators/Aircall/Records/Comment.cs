using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Is what somebody noted on a call.</summary>
internal sealed record Comment(long Id, string Content, AircallUser By, Instant At);
