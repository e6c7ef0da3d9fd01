namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host end while a job of Salesforce's works for it, and another one go on.</summary>
[Trait("Rule", "S1")]
public sealed class Bulk_jobs_that_a_host_leaves_behind
{
    private const int Many = 2100;

    [Theory, Trait("Rule", "O2")]
    [InlineData("/jobs/query")]
    [InlineData("/results")]
    public async Task Are_gone_on_with_by_a_pull(string diesAt)
    {
        var held = new HeldRequests(diesAt, "Salesforce");
        await using var host = await SalesforceHost.StartAsync(ReadsByJobs);
        var ids = host.Org.Contacts.CreateMany(Enumerable.Range(0, Many).Select(Record)).ToList();
        var lead = host.AddLead(Phone(Many + 1), "Lena");
        await using (var victim = await host.StartBesideAsync(ReadsByJobs, held.Hold))
        {
            await victim.Sync.PullAsync();
            await held.First;
        }

        await host.PullAsync();

        (await host.LinksAsync()).Select(link => link.Split(' ')[^1]).Should().BeEquivalentTo([.. ids, lead]);
        (await host.NamesAsync()).Should().HaveCount(Many + 1);
        host.Org.Requests.CountOf("bulkquery.create").Should().Be(1);
    }

    [Theory]
    [InlineData("/batches")]
    [InlineData("/successfulResults")]
    public async Task Make_each_record_once_and_all_of_them(string diesAt)
    {
        var held = new HeldRequests(diesAt, "Salesforce");
        await using var host = await SalesforceHost.StartAsync();
        await host.Contacts.AddRangeAsync(Enumerable.Range(0, Many).Select(number => new Customer
        {
            Phone = Phone(number), FirstName = $"N{number}", LastName = "Byron", Company = "Globex",
        }));
        await using (var victim = await host.StartBesideAsync(more: held.Hold))
        {
            await victim.Sync.PushAsync();
            await held.First;
        }

        await host.RunAsync(sync => sync.PushAsync());
        await host.SyncToRestAsync();

        host.OrgSide().Should().BeEquivalentTo(Enumerable.Range(0, Many).Select(number => $"Lead N{number}"));
        (await host.LinksAsync()).Should().HaveCount(Many);
        (await host.IssuesAsync()).Should().BeEmpty();
    }

    private static void ReadsByJobs(SalesforceBuilder salesforce) => salesforce.Configure(options => options.BulkPullThreshold = 2000);

    private static string Phone(int number) => $"+1415{2_000_000 + number}";

    private static IEnumerable<KeyValuePair<string, string?>> Record(int number) =>
        [new("LastName", "Byron"), new("FirstName", $"N{number}"), new("Phone", Phone(number))];
}
