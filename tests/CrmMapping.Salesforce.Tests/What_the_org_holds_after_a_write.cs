using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class What_the_org_holds_after_a_write
{
    private const string Key = "Host_Id__c";

    [Fact, Trait("Rule", "X10")]
    public async Task Is_told_with_the_result_of_an_update_in_the_same_request()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        account.Emulator.Requests.Reset();

        var results = await account.WriteAsync(Update(ada, ("FirstName", " A ")), Update(bob, ("Phone", "+14155550142")));

        results.Select(Held).Should().Equal("FirstName=A", "Phone=+14155550142");
        account.Emulator.Requests.ByKind.Select(kind => (kind.Key, kind.Value)).Should().BeEquivalentTo([("contact.describe", 1), ("composite", 1)]);
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Is_told_of_the_others_too_where_a_record_was_not_made()
    {
        await using var account = await OpenAsync();
        account.Emulator.DuplicateRules = [new SalesforceDuplicateRule("Contact")];
        account.Create("Ada", "ada@example.com");

        var results = await account.WriteAsync(
            Create(null, ("LastName", "Ada"), ("Email", "ada@example.com")), Create(null, ("LastName", "Bob"), ("Email", "BOB@example.com")));

        results[0].Outcome.Should().NotBe(CrmWriteOutcome.Written);
        Held(results[1]).Should().Be("LastName=Bob Email=BOB@example.com DoNotCall=false");
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Is_told_of_a_record_made_by_a_key_of_its_own()
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdField = Key);
        account.Emulator.Fields.Add("Contact", new SalesforceField(Key, "Host id", "string", 40) { IsExternalId = true, IsUnique = true });

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada")), Create("2", ("LastName", "Bob")));

        results.Select(Held).Should().Equal("LastName=Ada", "LastName=Bob");
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Is_asked_for_after_a_bulk_job()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2100).Select(number => Values(("LastName", $"L{number}"))));

        var results = await account.WriteAsync([.. ids.Select((id, number) => Update(id, ("FirstName", $"F{number}")))]);

        results.Select((result, number) => result.Confirmed!.Value(1).Text == $"F{number}").Should().OnlyContain(isHeld => isHeld);
        account.Emulator.Requests.CountOf("collections.read").Should().Be(2);
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Is_left_open_where_it_cannot_be_read_and_the_write_stays_done()
    {
        await using var account = await OpenAsync();
        account.Emulator.DuplicateRules = [new SalesforceDuplicateRule("Contact")];
        account.Create("Ada", "ada@example.com");
        account.Emulator.Faults.Next(new FaultAnswer { Status = 404, Body = "[]" }, "/composite/sobjects/Contact", count: 9);

        var results = await account.WriteAsync(
            Create(null, ("LastName", "Ada"), ("Email", "ada@example.com")), Create(null, ("LastName", "Bob"), ("Email", "bob@example.com")));

        (results[1].Outcome, results[1].Confirmed).Should().Be((CrmWriteOutcome.Written, null));
    }

    private static string Held(CrmWriteResult result) => string.Join(' ', Enumerable.Range(0, Fields.Count)
        .Where(ordinal => !result.Confirmed!.IsUnknown(ordinal) && !result.Confirmed.IsBlank(ordinal))
        .Select(ordinal => $"{Fields.Fields[ordinal].Key}={result.Confirmed!.Value(ordinal).Text}"));
}
