using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Sqlite;

/// <summary>Writes and reads <see cref="LocalDate"/> as text such as <c>2026-03-02</c>.</summary>
public sealed class LocalDateJsonConverter() : NodaPatternJsonConverter<LocalDate>(LocalDatePattern.Iso);
