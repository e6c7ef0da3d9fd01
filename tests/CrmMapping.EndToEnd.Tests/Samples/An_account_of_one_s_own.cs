using System.Net;
using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

public sealed class An_account_of_one_s_own : IAsyncLifetime, IDisposable
{
    private readonly SampleProgram _program = new();

    private HubSpotEmulator _account = null!;

    public async Task InitializeAsync()
    {
        _account = await HubSpotEmulator.StartAsync();
        _account.Contacts.CreateMany(SampleContacts.Generate(20).Select(person => person.ToHubSpotProperties()));
    }

    [Fact, Trait("Rule", "O6")]
    public async Task Is_previewed_and_nothing_is_written_unless_that_is_asked_for()
    {
        var run = await RunAsync(_account.AccessToken);

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("20 contacts: 20 to create here").And.Contain("Nothing was written.");
        _account.Requests.ByKind.Keys.Should().BeEquivalentTo("properties.list", "contacts.search", "contacts.list");
    }

    [Fact]
    public async Task Is_pulled_synced_and_compared_where_that_is_asked_for()
    {
        var run = await RunAsync(_account.AccessToken, "--apply", "--json", "report.json");

        run.ExitCode.Should().Be(0, run.Errors);
        var report = new ReportFile(_program.InFolder("report.json"));
        report["contacts"].Should().Be(20);
        report["created"].Should().Be(20);
        report["secondSyncWrites"].Should().Be(0);
        report["differencesAtEnd"].Should().Be(0);
        report["requests"].Should().Be(report["leastRequests"]).And.Be(_account.RequestCount - 1, "the comparison lists the account once more");
    }

    [Fact, Trait("Rule", "E9")]
    public async Task Is_told_which_fields_it_cannot_hold_and_the_others_are_synced()
    {
        _account.Properties.Remove("jobtitle");

        var run = await RunAsync(_account.AccessToken, "--apply", "--json", "report.json");

        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("⚠ JobTitle is held back: 'jobtitle' is not among the CRM's properties");
        var report = new ReportFile(_program.InFolder("report.json"));
        report["contacts"].Should().Be(20);
        report["issuesKeptFromSync"].Should().Be(1);
        report["differencesAtEnd"].Should().Be(0);
    }

    [Fact]
    public async Task Does_not_let_in_who_has_a_wrong_token()
    {
        var run = await RunAsync("pat-na1-wrong");

        run.ExitCode.Should().Be(1);
        run.ErrorLine.Should().StartWith("HubSpot does not accept the access token");
    }

    [Fact]
    public async Task Ends_with_one_line_where_it_does_not_answer()
    {
        var run = await _program.RunAsync("--crm-url", "http://127.0.0.1:1", "--token", "t");

        run.ExitCode.Should().Be(1);
        run.ErrorLine.Should().Contain("HubSpot cannot be reached");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "<h1>Not found</h1>", "HubSpot answered 404 with a web page; a proxy may stand between")]
    [InlineData(HttpStatusCode.OK, "{\"hello\":1}", "HubSpot's answer to 'describe contacts' cannot be read")]
    [InlineData(
        HttpStatusCode.Forbidden,
        """{"category":"MISSING_SCOPES","errors":[{"message":"m","context":{"requiredGranularScopes":["crm.schemas.contacts.read"]}}]}""",
        "the scope 'crm.schemas.contacts.read' is missing")]
    public async Task Ends_with_one_line_where_it_is_none_or_does_not_allow_it(HttpStatusCode status, string body, string message)
    {
        await using var other = AnyServer.Start(status, body);

        var run = await _program.RunAsync("--crm-url", $"{other.Address}", "--token", "t");

        run.ExitCode.Should().Be(1);
        run.ErrorLine.Should().Contain(message);
    }

    public async Task DisposeAsync() => await _account.DisposeAsync();

    public void Dispose() => _program.Dispose();

    private Task<ProgramRun> RunAsync(string token, params string[] more) =>
        _program.RunAsync(["--crm-url", $"{_account.BaseAddress}", "--token", token, .. more]);
}
