using Microsoft.Extensions.Logging;

namespace CrmMapping.EndToEnd.Tests;

public sealed record LogLine(LogLevel Level, string Text);
