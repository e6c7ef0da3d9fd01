namespace CrmMapping.House.Tests;

public sealed class References_between_packages
{
    /// <summary>Which of our packages each package may build on. A new package takes its place here.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CrmMapping"] = [],
        ["CrmMapping.Http"] = ["CrmMapping"],
        ["CrmMapping.HubSpot"] = ["CrmMapping.Http"],
        ["CrmMapping.Salesforce"] = ["CrmMapping.Http"],
        ["CrmMapping.HighLevel"] = ["CrmMapping.Http"],
        ["CrmMapping.Pipedrive"] = ["CrmMapping.Http"],
        ["CrmMapping.Aircall"] = ["CrmMapping.Http"],
        ["CrmMapping.Sqlite"] = ["CrmMapping"],
        ["CrmMapping.AspNetCore"] = ["CrmMapping"],
        ["CrmMapping.Aloware"] = ["CrmMapping"],
        ["CrmMapping.Outcomes"] = ["CrmMapping"],
        ["CrmMapping.Testing"] = ["CrmMapping"],
        ["CrmMapping.Testing.Xunit"] = ["CrmMapping"],
        ["CrmMapping.Emulators"] = [],
    };

    private static readonly string[] NotInTheCore =
        ["System.Net.Http", "System.Data.Common", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "Microsoft.Extensions.Http", "Polly.Core"];

    private static readonly string[] Crms = ["HubSpot", "Salesforce", "HighLevel", "Pipedrive", "Aircall"];

    private static readonly Type[] Adapters = [typeof(ICrmAdapter), typeof(ITelephonyAdapter)];

    public static TheoryData<string> Packages => Package.Names;

    [Theory, MemberData(nameof(Packages))]
    public void Point_inwards(string package) => new Package(package).Projects.Should().BeEquivalentTo(Allowed[package]);

    [Fact]
    public void Leave_the_core_with_NodaTime_options_and_abstractions() =>
        new Package("CrmMapping").References("PackageReference")
            .Where(static reference => reference is not ("NodaTime" or "Microsoft.Extensions.Options") && !reference.EndsWith(".Abstractions", StringComparison.Ordinal))
            .Should().BeEmpty("the core speaks to no CRM, no database and no web server");

    [Fact]
    public void Leave_the_core_without_HTTP_SQL_and_ASP_NET() =>
        new Package("CrmMapping").Assembly.GetReferencedAssemblies()
            .Where(static used => NotInTheCore.Any(name => used.Name!.StartsWith(name, StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Fact]
    public void Give_adapters_what_adapters_share() =>
        Package.All.Where(static package => package.Assembly.GetTypes().Any(static type => type is { IsClass: true, IsAbstract: false } && Adapters.Any(type.IsAssignableTo)))
            .Should().NotBeEmpty().And.OnlyContain(static package => package.Projects.SequenceEqual(new[] { "CrmMapping.Http" }));

    [Theory]
    [InlineData("CrmMapping")]
    [InlineData("CrmMapping.Http")]
    [InlineData("CrmMapping.Outcomes")]
    public void Leave_what_all_adapters_share_without_a_CRMs_name(string package) =>
        Tree.Files($"src/{package}", "*.cs")
            .SelectMany(static file => Tree.ReadText(file).Split('\n').Select(line => $"{file}: {line.Trim()}"))
            .Where(static line => !line.Contains(": ///", StringComparison.Ordinal))
            .Where(static line => Crms.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase)))
            .Should().BeEmpty();

    [Fact]
    public void Keep_emulators_and_test_words_out_of_what_runs_at_customers() =>
        Package.All.SelectMany(static package => package.Projects)
            .Should().NotContain(static used => used == "CrmMapping.Emulators" || used.StartsWith("CrmMapping.Testing", StringComparison.Ordinal));

    [Fact]
    public void Leave_the_choice_of_a_test_runner_to_authors() =>
        new Package("CrmMapping.Testing.Xunit").References("PackageReference").Should().BeEquivalentTo("xunit.core", "xunit.assert");
}
