using System.Diagnostics;

namespace QuickStart;

/// <summary>Shows how far long work is: a bar on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class Progress(Screen screen, string what, long? total) : IDisposable
{
    private const int WidestBar = 30;
    private const int NarrowestBar = 5;

    private static readonly TimeSpan BarStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LineStep = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shownAt;

    public void Report(long done)
    {
        if (_watch.Elapsed - _shownAt < (Screen.IsTerminal ? BarStep : LineStep))
        {
            return;
        }

        _shownAt = _watch.Elapsed;
        if (Screen.IsTerminal)
        {
            screen.Bar($"  {what} {Bar(done)}{Text(done)}");
        }
        else
        {
            screen.Line($"  {what} {Text(done)}");
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose() => screen.ClearBar();

    private string Text(long done) => total is > 0 ? $"{done:N0} of {total:N0}, {done * 100 / total.Value} %" : $"{done:N0}";

    private string Bar(long done)
    {
        var width = Math.Min(WidestBar, Screen.Width - what.Length - Text(done).Length - 8);
        if (total is not > 0 || width < NarrowestBar)
        {
            return "";
        }

        var filled = (int)Math.Min(width, done * width / total.Value);
        return $"[{new string('█', filled)}{new string('·', width - filled)}] ";
    }
}
