using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

public sealed partial class Rooms_that_only_decide
{
    private static readonly string[] Doing =
    [
        "Task", "ValueTask", "async", "await", "IAsyncEnumerable", "ILogger", "ILoggerFactory", "IClock", "TimeProvider", "Stopwatch",
        "IMeterFactory", "CancellationToken", "IServiceProvider", "Stream", "File",
    ];

    public static TheoryData<string> Rooms =>
    [
        .. new[] { "Authoring", "Mapping", "Editing", "Values", "Matching", "Planning", "Phones", "Calls" }
            .Select(static room => $"CrmMapping/{room}").Where(IsThere),
        .. Directory.GetDirectories(Path.Combine(Tree.Root.FullName, "src", "CrmMapping.Outcomes"))
            .Select(static room => $"CrmMapping.Outcomes/{Path.GetFileName(room)}").Where(static room => !AtTheEdge.Contains(room)).Order(),
    ];

    [Theory, MemberData(nameof(Rooms))]
    public void Use_no_task_log_clock_or_port(string room)
    {
        var ports = Tree.Files("src/CrmMapping/Ports", "I?*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)!)
            .Where(static name => char.IsUpper(name[1]));
        var banned = Doing.Concat(ports).Except(Exceptions.GetValueOrDefault(room, [])).ToHashSet();

        var found = Tree.Files($"src/{room}", "*.cs")
            .SelectMany(file => Words().Matches(CommentsAndTexts().Replace(Tree.ReadText(file), "")).Select(word => (file, word.Value)))
            .Where(use => banned.Contains(use.Value))
            .Distinct();

        found.Should().BeEmpty("deciding is a function; what waits, looks at the clock or speaks to the world belongs into Engine, or into a package at the edge");
    }

    // A package of decisions has a room where versions are kept, and one where it is added to an application.
    private static readonly string[] AtTheEdge =
        ["CrmMapping.Outcomes/Keeping", "CrmMapping.Outcomes/DependencyInjection", "CrmMapping.Outcomes/bin", "CrmMapping.Outcomes/obj"];

    // A room may use a word only for a reason that stands here.
    private static readonly Dictionary<string, string[]> Exceptions = new()
    {
        // Ports whose methods are functions: they neither wait nor look at a clock.
        ["CrmMapping.Outcomes/Judging"] = ["ICallJudge", "ICallOutcomes"],
    };

    private static bool IsThere(string room) => Directory.Exists(Path.Combine(Tree.Root.FullName, "src", room));

    [GeneratedRegex("""//[^\n]*|"(?:\\.|[^"\\\n])*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentsAndTexts();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Words();
}
