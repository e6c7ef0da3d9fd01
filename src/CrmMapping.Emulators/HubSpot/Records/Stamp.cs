using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says when and by whose hand something changed; shared by all the properties of one write.</summary>
internal sealed record Stamp(Instant At, WriteOrigin Origin);
