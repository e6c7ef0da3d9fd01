using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads <see cref="Instant"/> as text such as <c>2026-03-02T12:00:00Z</c>.</summary>
public sealed class InstantJsonConverter() : NodaPatternJsonConverter<Instant>(InstantPattern.ExtendedIso);
