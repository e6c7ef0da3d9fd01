namespace QuickStart;

/// <summary>Writes for people: plain lines, and a bar that moves only where there is a terminal to move it on.</summary>
internal sealed class Screen
{
    private const int WidthElsewhere = 100;
    private const int LongestLine = 240;

    private readonly TextWriter _out = Console.Out;
    private readonly bool _hasColour = !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    private bool _hasBar;

    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthElsewhere : Console.WindowWidth;

    public static bool IsTerminal => !Console.IsOutputRedirected;

    public void Title(string text)
    {
        Line();
        Write(text, _hasColour ? "1" : null);
    }

    public void Line(string text = "") => Write(text, null);

    /// <summary>Writes a paragraph, its lines broken between words and set in from the left.</summary>
    public void Paragraph(int indent, string text)
    {
        var room = Math.Max(20, Width - indent - 1);
        var line = "";
        foreach (var word in Printable.Of(OneLine.Of(text)).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                Line(new string(' ', indent) + line);
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        Line(new string(' ', indent) + line);
    }

    /// <summary>Draws a line of a plan in the colour of its way.</summary>
    public void PlanLine(string line) => Write(line, _hasColour ? Colour(line) : null);

    public Progress Begin(string what, long? total) => new(this, what, total);

    /// <summary>Shows a line that the next one takes the place of.</summary>
    public void Bar(string text)
    {
        var room = Math.Max(1, Width - 1);
        _out.Write($"\r{text}".PadRight(room)[..room]);
        _hasBar = true;
    }

    public void ClearBar()
    {
        if (_hasBar)
        {
            _out.Write("\r".PadRight(Width - 1) + "\r");
            _hasBar = false;
        }
    }

    private void Write(string text, string? style)
    {
        ClearBar();
        var line = Printable.Short(Printable.Of(text), LongestLine);
        _out.WriteLine(style is null ? line : $"\e[{style}m{line}\e[0m");
    }

    private static string? Colour(string line) => line switch
    {
        _ when line.Contains('⚠', StringComparison.Ordinal) || line.Contains("conflict", StringComparison.Ordinal) => "33",
        _ when line.Contains('→', StringComparison.Ordinal) => "32",
        _ when line.Contains('←', StringComparison.Ordinal) => "36",
        _ => null,
    };
}
