using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads <see cref="LocalTime"/> as text such as <c>08:33:16</c>.</summary>
public sealed class LocalTimeJsonConverter() : NodaPatternJsonConverter<LocalTime>(LocalTimePattern.ExtendedIso);
