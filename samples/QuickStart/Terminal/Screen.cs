namespace QuickStart;

/// <summary>Writes for people: plain lines, and a bar that moves only where there is a terminal to move it on.</summary>
internal sealed class Screen
{
    private readonly TextWriter _out = Console.Out;
    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private readonly bool _hasColour = !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Console.WindowWidth;

    public bool IsTerminal => _isTerminal;

    public void Title(string text) => _out.WriteLine(_hasColour ? $"\n\e[1m{text}\e[0m" : $"\n{text}");

    public void Line(string text = "") => _out.WriteLine(text);

    /// <summary>Draws a plan, each line in the colour of its way.</summary>
    public void Plan(string plan)
    {
        foreach (var line in plan.Split('\n'))
        {
            _out.WriteLine("  " + (_hasColour ? Colour(line) : line));
        }
    }

    public Progress Begin(string what, long? total) => new(this, what, total);

    private static string Colour(string line) => line switch
    {
        _ when line.Contains('⚠', StringComparison.Ordinal) || line.Contains("conflict", StringComparison.Ordinal) => $"\e[33m{line}\e[0m",
        _ when line.Contains('→', StringComparison.Ordinal) => $"\e[32m{line}\e[0m",
        _ when line.Contains('←', StringComparison.Ordinal) => $"\e[36m{line}\e[0m",
        _ => line,
    };
}
