namespace CrmMapping.EndToEnd.Tests.EveryCrm;

public sealed class A_thousand_contacts
{
    private const int Count = 1000;

    [Theory]
    [InlineData("HubSpot"), InlineData("Salesforce"), InlineData("HighLevel"), InlineData("Pipedrive")]
    public async Task Are_pulled_with_hardly_more_requests_than_the_api_asks_for(string crm)
    {
        await using var account = await PlayedCrm.StartAsync(crm);
        await using var sync = new PlayedSync(account);
        Fill(account, Count);

        var counts = await CountAsync(account, sync.PullAsync, LeastRequests.Of(crm).Pull(Count));

        (counts.CreatedLocal, counts.UpdatedCrm).Should().Be((Count, 0L));
    }

    [Theory]
    [InlineData("Salesforce"), InlineData("HighLevel"), InlineData("Pipedrive")]
    public async Task Are_pushed_with_hardly_more_requests_than_the_api_asks_for(string crm)
    {
        await using var account = await PlayedCrm.StartAsync(crm);
        await using var sync = new PlayedSync(account);
        await sync.AddAsync(Persons(Count));

        var counts = await CountAsync(account, sync.PushAsync, LeastRequests.Of(crm).Push(Count, there: 0));

        (counts.CreatedCrm, counts.UpdatedCrm).Should().Be((Count, 0L));
    }

    [Theory, Trait("Rule", "M2")]
    [InlineData("Salesforce"), InlineData("HighLevel"), InlineData("Pipedrive")]
    public async Task Are_linked_with_those_that_are_there_with_hardly_more_requests_than_the_api_asks_for(string crm)
    {
        await using var account = await PlayedCrm.StartAsync(crm);
        await using var sync = new PlayedSync(account);
        Fill(account, Count / 2);
        await sync.AddAsync(Persons(Count));

        var counts = await CountAsync(account, sync.PushAsync, LeastRequests.Of(crm).Push(Count / 2, there: Count / 2));

        (counts.CreatedCrm, counts.Linked, counts.UpdatedCrm, counts.UpdatedLocal).Should().Be((Count / 2, Count / 2, 0L, 0L));
    }

    private static async Task<OperationCounts> CountAsync(PlayedCrm account, Func<Task<OperationCounts>> run, int least)
    {
        account.Requests.Reset();
        var counts = await run();

        var asked = string.Join(", ", account.Requests.ByKind.Select(static kind => $"{kind.Value} {kind.Key}"));
        (account.Requests.Count / (double)least).Should().BeLessThanOrEqualTo(1.05, $"{least} are the least, and it was asked {asked}");
        return counts;
    }

    private static void Fill(PlayedCrm account, int count)
    {
        foreach (var person in Persons(count))
        {
            account.Create(account.Fields.Select(field => KeyValuePair.Create(field.Value, Person.Read(person, field.Key))));
        }
    }

    private static List<Person> Persons(int count) => [.. Enumerable.Range(0, count).Select(static number => new Person
    {
        FirstName = $"Ada{number}",
        LastName = $"Falk{number}",
        Email = $"ada{number}@example.com",
        Phone = $"+1415555{number:0000}",
        City = "Oslo",
        Job = "Engineer",
        Note = "Met at the fair",
    })];
}
