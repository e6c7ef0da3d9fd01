using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Bulk;

public sealed class Pulling_many_records
{
    private static readonly SalesforceField[] Odd =
    [
        new("Note__c", "Note", "textarea", 32_000), new("Score__c", "Score", "double") { Precision = 18, Scale = 4 }, new("Age__c", "Age", "double") { Precision = 18 },
        new("Pay__c", "Pay", "currency") { Precision = 18, Scale = 2 }, new("Seen__c", "Seen", "datetime"), new("Wakes__c", "Wakes", "time"),
        new("Likes__c", "Likes", "multipicklist") { PicklistValues = [new("Tea, green", "Tea"), new("Rye \"dark\"", "Rye")] },
    ];

    [Fact]
    public async Task Gives_every_value_as_queries_give_it()
    {
        await using var account = await OpenAsync(
            settings => settings with { ContactFields = Odd }, options => options.BulkPullThreshold = 2000);
        var fields = new CrmFieldSet(RecordType.Contact, new[]
        {
            "LastName", "FirstName", "Phone", "DoNotCall", "Birthdate", "OwnerId", "Name", "CreatedDate", "SystemModstamp", "Id",
        }.Concat(Odd.Select(field => field.Name)).Select(name => new FieldDescriptor { Key = name, Type = FieldType.Text }));
        Pull.Many(account, 2000);
        string[] odd =
        [
            account.Emulator.Contacts.Create(Values(
                ("LastName", "O'Brien, \"Ada\""), ("FirstName", " \"\" "), ("Phone", "+1 (415) 555-0142"), ("DoNotCall", "true"), ("Birthdate", "1985-04-01"),
                ("Note__c", "one\ntwo\r\nthree, \"four\"\n"), ("Score__c", "12"), ("Age__c", "-7"), ("Pay__c", "0.5"), ("Seen__c", "2026-11-20T08:15:30.000Z"),
                ("Wakes__c", "08:33:16.000Z"), ("Likes__c", "Tea, green;Rye \"dark\""))).Id,
            account.Emulator.Contacts.Create(Values(("LastName", "名前 🙂"), ("Note__c", "#N/A"), ("Score__c", "12.3456"), ("Pay__c", "1000000"))).Id,
            account.Create("Nothing else"),
        ];

        var pulled = await Pull.ShowAsync(account, fields);
        using var queried = await account.Session.ReadAsync(fields, odd, default);

        account.Emulator.Requests.CountOf("bulkquery.results").Should().Be(1);
        pulled[2000..].Should().BeEquivalentTo(Shown(queried, fields));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Goes_on_with_the_same_job_in_another_process()
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 12_500);
        List<string> read = [];
        string? cursor = null;
        do
        {
            await using var session = account.Open();
            using var page = await session.ReadPageAsync(Fields, cursor, default);
            read.AddRange(page.Select(record => record.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        read.Should().Equal(ids);
        account.Emulator.Requests.CountOf("bulkquery.create").Should().Be(1);
    }

    [Fact]
    public async Task Takes_no_job_where_queries_cost_less()
    {
        await using var account = await OpenAsync();
        Pull.Many(account, 4500);

        (await Pull.IdsAsync(account)).Should().HaveCount(4500);

        account.Emulator.Requests.CountOf("bulkquery.create").Should().Be(0);
    }

    [Fact]
    public async Task Leaves_converted_leads_out_as_queries_do()
    {
        await using var account = await OpenAsync(configure: options => options.BulkPullThreshold = 2000);
        var ids = account.Emulator.Leads.CreateMany(Enumerable.Range(0, 2100).Select(number => Values(("LastName", $"L{number}"), ("Company", "Acme"))));
        account.Emulator.Leads.Convert(ids[2050]);

        (await Pull.ShowAsync(account, LeadFields)).Should().HaveCount(2099);

        account.Emulator.Requests.CountOf("bulkquery.results").Should().Be(1);
    }

    [Fact, Trait("Rule", "X5")]
    public async Task Gives_nothing_older_than_a_change_that_came_after_the_job()
    {
        await using var account = await OpenAsync(
            settings => settings with { PollsUntilJobIsDone = 0, SessionTimeout = Duration.FromDays(1) }, options => options.BulkPullThreshold = 2000);
        var ids = Pull.Many(account, 12_010);
        var cursor = await Pull.CursorAsync(account, pages: 2);
        account.Time.Advance(TimeSpan.FromHours(5));
        account.Emulator.Contacts.Update(ids[12_001], "FirstName", "Later");
        account.Emulator.Contacts.Delete(ids[12_002]);
        account.Emulator.Contacts.Merge(ids[12_003], ids[12_004]);

        using var page = await account.Session.ReadPageAsync(Fields, cursor, default);

        page.Select(record => record.Id).Should().BeEquivalentTo(ids.Skip(12_000).Except([ids[12_002], ids[12_004]]));
        page.Single(record => record.Id == ids[12_001]).Values.Value(1).Text.Should().Be("Later");
    }

    [Fact]
    public async Task Lets_the_host_do_other_things_while_a_job_runs()
    {
        await using var account = await OpenAsync(
            settings => settings with { PollsUntilJobIsDone = 8 }, options => options.BulkPullThreshold = 2000);
        Pull.Many(account, 2001);
        var cursor = await Pull.CursorAsync(account, pages: 1);
        List<TimeSpan> waits = [];
        while (true)
        {
            var before = account.Time.GetUtcNow();
            using var page = await account.Session.ReadPageAsync(Fields, cursor, default);
            if (page.Count > 0)
            {
                break;
            }

            waits.Add(account.Time.GetUtcNow() - before);
            cursor = page.Next;
        }

        waits.Select(wait => (int)wait.TotalSeconds).Should().Equal(1, 1, 2, 4, 8, 15, 15, 15);
    }
}
