using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads <see cref="OffsetDateTime"/> as text such as <c>2026-03-02T12:00:00-07:00</c>.</summary>
public sealed class OffsetDateTimeJsonConverter() : NodaPatternJsonConverter<OffsetDateTime>(OffsetDateTimePattern.ExtendedIso);
