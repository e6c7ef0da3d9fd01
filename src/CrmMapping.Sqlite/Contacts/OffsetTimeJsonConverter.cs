using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads <see cref="OffsetTime"/> as text such as <c>08:33:16-07:00</c>.</summary>
public sealed class OffsetTimeJsonConverter() : NodaPatternJsonConverter<OffsetTime>(OffsetTimePattern.ExtendedIso);
