using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class Finding_many_records
{
    private const int Large = 10_001;

    private static readonly CrmFieldSet TwoPhones = new(
        RecordType.Contact, [.. Fields.Fields, new FieldDescriptor { Key = "MobilePhone", Type = FieldType.Phone }]);

    private static readonly MatchKey[] Keys =
    [
        new(MatchKeyKind.Phone, "+376312345"),
        .. Enumerable.Range(0, 800).SelectMany(number => new MatchKey[]
        {
            new(MatchKeyKind.Phone, $"+1415555{number:0000}"), new(MatchKeyKind.Email, $"ada{number}@example.com"),
        }),
    ];

    [Theory, Trait("Rule", "M2")]
    [InlineData(0)]
    [InlineData(Large)]
    public async Task Finds_the_same_in_a_small_org_and_in_a_large_one(int others)
    {
        await using var account = await OpenAsync();
        Fill(account, others);
        string[] wanted =
        [
            account.Create("Ada", phone: "(415) 555-0142"), account.Create("Bob", phone: "tel 1 415.555.0143 x7"), account.Create("Cleo", phone: "312 345 x12"),
            account.Create("Dora", email: "ADA7@Example.com"), account.Create("Eve", email: "ada8@example.com", phone: "+1 415 555 0008"),
            account.Emulator.Contacts.Create(Values(("LastName", "Fay"), ("Phone", "(415) 666-0001"), ("MobilePhone", "4155550144"))).Id,
        ];
        account.Create("Gus", email: "ada9@example.org", phone: "(415) 555-0800");
        account.Emulator.Contacts.Delete(account.Create("Hal", email: "ada10@example.com"));
        account.Emulator.Contacts.Merge(wanted[0], account.Create("Ada", email: "ada11@example.com"));

        using var page = await account.Session.FindAsync(TwoPhones, Keys, default);

        page.Select(record => record.Id).Should().BeEquivalentTo(wanted);
        page.Should().OnlyContain(record => !record.IsArchived && !record.Values.IsUnknown(0));
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Finds_no_lead_that_was_converted()
    {
        await using var account = await OpenAsync();
        var (open, converted) = (account.CreateLead("Ada", "ada1@example.com"), account.CreateLead("Ada", "ada2@example.com"));
        account.Emulator.Leads.Convert(converted);

        using var page = await account.Session.FindAsync(LeadFields, Keys, default);

        page.Select(record => record.Id).Should().Equal(open);
    }

    [Fact]
    public async Task Reads_a_small_org_through_in_one_request()
    {
        await using var account = await OpenAsync();
        Fill(account, 2000);

        var asked = await AskAsync(account, account.Session, Keys);

        asked.Should().Equal(new Dictionary<string, int> { ["query"] = 1 });
    }

    [Fact]
    public async Task Looks_once_whether_an_org_is_small()
    {
        await using var account = await OpenAsync();
        Fill(account, Large);

        var first = await AskAsync(account, account.Session, Keys);
        await using var later = account.Open();
        var second = await AskAsync(account, later, Keys);

        first.Should().Equal(new Dictionary<string, int> { ["composite"] = 3, ["query"] = 1 });
        second.Should().Equal(new Dictionary<string, int> { ["composite"] = 3 });
    }

    [Fact]
    public async Task Reads_no_org_through_for_few_keys()
    {
        await using var account = await OpenAsync();

        await AskAsync(account, account.Session, [.. Keys.Take(400)]);

        account.Emulator.Requests.ByKind.Should().Equal(new Dictionary<string, int> { ["composite"] = 1 });
    }

    private static void Fill(SalesforceAccount account, int count) =>
        account.Emulator.Contacts.CreateMany(Enumerable.Range(0, count).Select(number => Values(("LastName", $"L{number}"))));

    private static async Task<IReadOnlyDictionary<string, int>> AskAsync(SalesforceAccount account, ICrmSession session, MatchKey[] keys)
    {
        await session.DescribeAsync(RecordType.Contact, default);
        account.Emulator.Requests.Reset();
        using var page = await session.FindAsync(Fields, keys, default);
        return account.Emulator.Requests.ByKind;
    }
}
