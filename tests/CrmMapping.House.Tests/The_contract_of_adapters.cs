using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

public sealed partial class The_contract_of_adapters
{
    public static TheoryData<string> PackagesWithAnAdapter =>
        [.. Package.All.Where(static package => package.Assembly.GetTypes().Any(IsAdapter)).Select(static package => package.Name)];

    [Theory, MemberData(nameof(PackagesWithAnAdapter))]
    public void Is_kept_by_every_adapter(string package) =>
        Tree.Files($"tests/{package}.Tests", "*.cs").SelectMany(static file => Derived().Matches(Tree.ReadText(file)))
            .Should().HaveCount(
                new Package(package).Assembly.GetTypes().Count(IsAdapter),
                "each adapter of {0} has one class in tests/{0}.Tests that derives from CrmAdapterContract", package);

    [Fact]
    public void Leaves_no_test_out() =>
        Tree.Files("src/CrmMapping.Testing.Xunit", "*.cs").Where(static file => Skipped().IsMatch(Tree.ReadText(file)))
            .Should().BeEmpty("what a CRM lacks is proved to be absent, not skipped");

    private static bool IsAdapter(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICrmAdapter));

    [GeneratedRegex(@"\bclass\s+\w+(\([^)]*\))?\s*:\s*CrmAdapterContract\b")]
    private static partial Regex Derived();

    [GeneratedRegex(@"\bSkip\s*=")]
    private static partial Regex Skipped();
}
