using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

public sealed partial class The_tree
{
    private static readonly string[] AtTheTop =
        ["src", "tests", "samples", "CrmMapping.sln", "Directory.Packages.props", "nuget.config", "LICENSE", "README.md"];

    private static readonly string[] LeftByBuilds = ["artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static TheoryData<string> Packages => Package.Names;

    [Fact]
    public void Has_nothing_at_the_top_that_has_no_place_there() =>
        Tree.Root.EnumerateFileSystemInfos().Select(static entry => entry.Name)
            .Where(static name => !name.StartsWith('.'))
            .Except(LeftByBuilds)
            .Should().BeEquivalentTo(AtTheTop);

    [Fact]
    public void Has_every_project_in_the_solution()
    {
        var inSolution = Projects().Matches(Tree.ReadText("CrmMapping.sln")).Select(static path => path.Groups[1].Value.Replace('\\', '/'));

        inSolution.Should().BeEquivalentTo(Tree.Files(".", "*.csproj"));
    }

    [Fact]
    public void Names_no_package_source() =>
        Tree.ReadText("nuget.config").Should().NotContain("://", "sources are the machine's own, so that a company's mirror works");

    [Theory, MemberData(nameof(Packages))]
    public void Tells_of_each_package_what_it_does_and_what_changed(string package)
    {
        Tree.ReadText($"src/{package}/README.md").Should().StartWith($"# {package}\n").And.Contain("```csharp");
        Tree.ReadText($"src/{package}/CHANGELOG.md").Should().Contain("\n## ");
    }

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex Projects();
}
