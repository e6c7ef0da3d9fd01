using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>Shows from the log which fields are held back, as the account has no such property or one of another kind.</summary>
internal sealed class HeldBackFields(Screen screen) : ILoggerProvider, ILogger
{
    private const int FieldSuspended = 1007;

    private readonly ConcurrentDictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>Gets the fields by the application's names, and why each is held back.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id != FieldSuspended || state is not IEnumerable<KeyValuePair<string, object?>> parts)
        {
            return;
        }

        var told = OneLine.WithoutConnection(formatter(state, exception));
        if (_reasons.TryAdd($"{parts.First(part => part.Key == "Field").Value}", told))
        {
            screen.PlanLine($"  ⚠ {told}");
        }
    }

    public void Dispose()
    {
    }
}
