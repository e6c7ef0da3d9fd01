using Microsoft.Extensions.Logging;

namespace CrmMapping.Aircall.Tests;

/// <summary>Keeps what was logged, a line each, exceptions included.</summary>
internal sealed class Lines : ILogger<AircallAdapter>
{
    private readonly List<(int Id, string Text)> _written = [];

    public IReadOnlyList<string> All => Where(_ => true);

    public IReadOnlyList<string> Of(int eventId) => Where(line => line.Id == eventId);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_written)
        {
            _written.Add((eventId.Id, $"{formatter(state, exception)} {exception}"));
        }
    }

    private IReadOnlyList<string> Where(Func<(int Id, string Text), bool> condition)
    {
        lock (_written)
        {
            return [.. _written.Where(condition).Select(line => line.Text)];
        }
    }
}
