using Microsoft.Extensions.Logging;

namespace CrmMapping.Http.Tests;

/// <summary>Keeps what was logged, a line each.</summary>
internal sealed class LogLines : ILogger
{
    private readonly List<(EventId Id, string Text)> _lines = [];

    public IReadOnlyList<string> Of(int eventId)
    {
        lock (_lines)
        {
            return [.. _lines.Where(line => line.Id.Id == eventId).Select(line => line.Text)];
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add((eventId, formatter(state, exception)));
        }
    }
}
