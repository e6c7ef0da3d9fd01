namespace CrmMapping.House.Tests;

public sealed class The_sample_of_an_adapter
{
    private const int Limit = 300;

    [Fact]
    public void Is_short() =>
        Tree.Files("samples/CustomCrm/Adapter", "*.cs")
            .SelectMany(static file => Tree.ReadText(file).Split('\n'))
            .Count(IsCode)
            .Should().BeInRange(1, Limit - 1, "README.md says that an adapter takes fewer than {0} lines", Limit);

    [Fact]
    public void Sees_nothing_that_an_author_elsewhere_does_not_see() =>
        Tree.Files("src", "*.csproj").Select(Tree.ReadText).Should().NotContain(
            static project => project.Contains("CustomCrm", StringComparison.Ordinal), "the sample uses the public API alone");

    private static bool IsCode(string line) =>
        line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("using ", StringComparison.Ordinal);
}
