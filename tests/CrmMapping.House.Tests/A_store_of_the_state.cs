using System.Text.RegularExpressions;

namespace CrmMapping.House.Tests;

public sealed class A_store_of_the_state
{
    private static readonly (Type Port, string Contract)[] Contracts =
        [(typeof(ISyncStore), "SyncStoreContract"), (typeof(IConnectionStore), "ConnectionStoreContract")];

    public static TheoryData<string, string> Stores()
    {
        var stores = new TheoryData<string, string>();
        foreach (var type in Package.All.SelectMany(static package => package.Assembly.GetTypes()).Where(static type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var (_, contract) in Contracts.Where(pair => type.IsAssignableTo(pair.Port)))
            {
                stores.Add(type.Name, contract);
            }
        }

        return stores;
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_held_to_the_contract_of_stores(string store, string contract) =>
        Tree.Files("tests", "*.cs").Select(Tree.ReadText)
            .Should().Contain(
                test => Regex.IsMatch(test, $@"class \w+(\([^)]*\))?\s*:\s*{contract}\b") && test.Contains($"new {store}(", StringComparison.Ordinal),
                "a class of tests derives from {0} and opens a {1}", contract, store);
}
