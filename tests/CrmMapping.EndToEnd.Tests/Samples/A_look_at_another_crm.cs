namespace CrmMapping.EndToEnd.Tests;

public sealed class A_look_at_another_crm : IDisposable
{
    private readonly SampleProgram _program = new();

    [Theory, Trait("Rule", "X4")]
    [InlineData("salesforce", "Salesforce")]
    [InlineData("highlevel", "HighLevel")]
    [InlineData("pipedrive", "Pipedrive")]
    public async Task Ends_with_the_same_closing_table(string crm, string name)
    {
        var run = await _program.RunAsync("--crm", crm, "--count", "30", "--json", "report.json");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain($"{name}'s API allows");
        var report = new ReportFile(_program.InFolder("report.json"));
        report["contacts"].Should().Be(36, "three were added on each side");
        report["created"].Should().Be(36);
        report["secondSyncWrites"].Should().Be(0);
        report["differencesAtEnd"].Should().Be(0);
        report["requests"].Should().BeGreaterThanOrEqualTo(report["leastRequests"]);
    }

    [Fact, Trait("Rule", "X9")]
    public async Task Syncs_one_local_base_with_all_four_at_once()
    {
        var run = await _program.RunAsync("--crm", "all", "--count", "20", "--json", "report.json");

        run.ExitCode.Should().Be(0, run.Errors);
        var differences = new ReportFile(_program.InFolder("report.json")).DifferencesByCrm;
        differences.Keys.Should().BeEquivalentTo("HubSpot", "Salesforce", "HighLevel", "Pipedrive");
        differences.Values.Should().OnlyContain(count => count == 0);
    }

    [Fact]
    public async Task Is_refused_where_nobody_knows_that_crm()
    {
        var run = await _program.RunAsync("--crm", "rolodex");

        run.ExitCode.Should().Be(2);
        run.ErrorLine.Should().Contain("'rolodex'").And.Contain("salesforce");
    }

    public void Dispose() => _program.Dispose();
}
