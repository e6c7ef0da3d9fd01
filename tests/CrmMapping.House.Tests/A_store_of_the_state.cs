using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

public sealed class A_store_of_the_state
{
    public static TheoryData<string> Stores { get; } =
    [
        .. Package.All.SelectMany(static package => package.Assembly.GetTypes())
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISyncStore)))
            .Select(static type => type.Name),
    ];

    [Theory, MemberData(nameof(Stores))]
    public void Is_held_to_the_contract_of_stores(string store) =>
        Tree.Files("tests", "*.cs").Select(Tree.ReadText)
            .Should().Contain(
                test => Regex.IsMatch(test, @"class \w+(\([^)]*\))?\s*:\s*SyncStoreContract\b") && test.Contains($"new {store}(", StringComparison.Ordinal),
                "a class of tests derives from SyncStoreContract and opens a {0}", store);
}
