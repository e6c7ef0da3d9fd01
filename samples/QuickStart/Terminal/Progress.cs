using System.Diagnostics;

namespace QuickStart;

/// <summary>Shows how far long work is: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class Progress(Screen screen, string what, long? total) : IDisposable
{
    private const int BarWidth = 30;

    private static readonly TimeSpan BarStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineStep = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shownAt;

    public TimeSpan Elapsed => _watch.Elapsed;

    public void Report(long done)
    {
        if (_watch.Elapsed - _shownAt < (screen.IsTerminal ? BarStep : LineStep))
        {
            return;
        }

        _shownAt = _watch.Elapsed;
        if (screen.IsTerminal)
        {
            Console.Write($"\r  {Text(done)}".PadRight(Math.Max(1, Screen.Width - 1))[..Math.Max(1, Screen.Width - 1)]);
        }
        else
        {
            screen.Line($"  {Text(done)}");
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (screen.IsTerminal && _shownAt > TimeSpan.Zero)
        {
            Console.Write("\r".PadRight(Screen.Width - 1) + "\r");
        }
    }

    private string Text(long done)
    {
        if (total is not > 0)
        {
            return $"{what} {done:N0}";
        }

        var filled = (int)Math.Min(BarWidth, done * BarWidth / total.Value);
        var bar = screen.IsTerminal ? $"[{new string('█', filled)}{new string('·', BarWidth - filled)}] " : "";
        return $"{what} {bar}{done:N0} of {total:N0}, {done * 100 / total.Value} %";
    }
}
