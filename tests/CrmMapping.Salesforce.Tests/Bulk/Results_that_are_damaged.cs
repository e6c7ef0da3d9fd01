using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Bulk;

public sealed class Results_that_are_damaged
{
    private const string Whole = "\"Id\",\"LastName\"\n\"003q000000KvQ1tAAF\",\"Ada\"\n";

    [Theory, Trait("Rule", "S6")]
    [InlineData("", "null", null)]
    [InlineData("<html>Sign in</html>", "null", null)]
    [InlineData("\"LastName\"\n\"Ada\"\n", "null", null)]
    [InlineData("\"Id\",\"LastName\"\n\"003q000000KvQ1tAAF\"\n", "null", null)]
    [InlineData("\"Id\",\"LastName\"\n\"003q000000KvQ1tAAF\",\"Ad", "null", null)]
    [InlineData("\"Id\",\"LastName\"\n\"no id\",\"Ada\"\n", "null", null)]
    [InlineData(Whole, null, null)]
    [InlineData(Whole, "null", "2")]
    public async Task Are_not_taken_and_are_asked_for_again(string body, string? locator, string? count)
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 2100);
        var cursor = await Pull.CursorAsync(account, pages: 1);
        account.Emulator.Faults.Next(
            new FaultAnswer { Status = 200, Body = body, ContentType = "text/csv", Headers = Values(("Sforce-Locator", locator), ("Sforce-NumberOfRecords", count))! },
            "/results");

        var read = () => Pull.IdsAsync(account, cursor);

        (await read.Should().ThrowAsync<CrmException>().WithMessage("*'read the results of a query job' cannot be read*"))
            .Which.Failure.Should().Be(CrmFailure.Passing);
        (await read()).Should().HaveCount(100);
    }

    [Theory, Trait("Rule", "S6")]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    public async Task Are_asked_for_again_at_once_where_the_network_damaged_them(FaultKind kind)
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 2100);
        account.Emulator.Faults.Next(kind, "/jobs/query", count: 2);
        account.Emulator.Faults.Next(kind, "/results");

        (await Pull.IdsAsync(account)).Should().Equal(ids);
    }
}
