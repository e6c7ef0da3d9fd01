using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>Shows from the log which fields are held back, as the account has no such property or one of another kind.</summary>
internal sealed class HeldBackFields(Screen screen) : ILoggerProvider, ILogger
{
    private const int FieldSuspended = 1007;

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == FieldSuspended && OneLine.WithoutConnection(formatter(state, exception)) is var told && _told.TryAdd(told, true))
        {
            screen.PlanLine($"  ⚠ {told}");
        }
    }

    public void Dispose()
    {
    }
}
