using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

/// <summary>
/// Each block of C# in a README stands in a file of <c>samples</c> too, between <c>// &lt;readme:name&gt;</c> and
/// <c>// &lt;/readme&gt;</c>, where the compiler reads it.
/// </summary>
public sealed partial class Code_in_a_README
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Compiled = new(static () => Tree.Files("samples", "*.cs")
        .SelectMany(static file => Regions().Matches(Tree.ReadText(file)))
        .ToDictionary(static region => region.Groups[1].Value, static region => Outdent(region.Groups[2].Value)));

    private static readonly string[] Files = ["README.md", .. Package.All.Select(static package => $"{package.Folder}/README.md")];

    public static TheoryData<string> Readmes { get; } = [.. Files];

    [Theory, MemberData(nameof(Readmes))]
    public void Is_compiled(string readme) =>
        Blocks(readme).Except(Compiled.Value.Values).Should().BeEmpty(
            "each block equals a region of samples/, between '// <readme:name>' and '// </readme>'");

    [Fact]
    public void Is_all_that_is_compiled_for_READMEs() =>
        Compiled.Value.ExceptBy(Files.SelectMany(Blocks), static region => region.Value).Select(static region => region.Key)
            .Should().BeEmpty("a region that no README shows is left over");

    private static IEnumerable<string> Blocks(string readme) =>
        CSharp().Matches(Tree.ReadText(readme)).Select(static block => block.Groups[1].Value);

    private static string Outdent(string code)
    {
        var lines = code.Split('\n')[..^1];
        var margin = lines.Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.Select(line => $"{(line.Length > margin ? line[margin..] : "")}\n"));
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^[ ]*// <readme:([\w-]+)>\n(.*?)^[ ]*// </readme>$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Regions();
}
