using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Bulk;

public sealed class Writing_many_records
{
    private const string Key = "Host_Id__c";

    [Fact]
    public async Task Is_a_job_whose_results_are_known_by_their_ids_in_whatever_order()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2500).Select(number => Values(("LastName", $"L{number}"), ("Phone", "1"))));

        var results = await account.WriteAsync([.. ids.Select((id, number) => Update(id, ("FirstName", $"F,\"{number}"), ("Phone", "")))]);

        results.Select(result => (result.Outcome, result.Id)).Should().Equal(ids.Select(id => (CrmWriteOutcome.Written, (string?)id)));
        account.Emulator.Contacts.All.Select(contact => (contact.Id, contact["FirstName"], contact["Phone"]))
            .Should().BeEquivalentTo(ids.Select((id, number) => (id, (string?)$"F,\"{number}", (string?)null)));
        account.Emulator.Requests.CountOf("composite").Should().Be(0);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Costs_a_refused_field_that_field_and_a_refused_record_that_record()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2000).Select(number => Values(("LastName", $"L{number}"))));
        account.Emulator.Contacts.Delete(ids[7]);

        var results = await account.WriteAsync([.. ids.Select((id, number) =>
            Update(id, ("FirstName", "Ada"), ("Email", number == 3 ? "no address" : $"a{number}@example.com")))]);

        results[3].RefusedFields.Select(field => (field.Field, field.Code)).Should().Equal(("Email", IssueCode.InvalidEmail));
        results[7].Outcome.Should().Be(CrmWriteOutcome.NotFound);
        results.Count(result => result.Outcome == CrmWriteOutcome.Written).Should().Be(1999);
        account.Emulator.Contacts.Find(ids[3])!["FirstName"].Should().Be("Ada");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Begins_a_job_anew_whose_upload_nobody_answered()
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdField = Key);
        account.Emulator.Fields.Add("Contact", new SalesforceField(Key, "Host id", "string", 40) { IsExternalId = true, IsUnique = true });
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "/batches");

        var results = await account.WriteAsync([.. Enumerable.Range(0, 2000).Select(number => Create($"h{number}", ("LastName", $"L{number}")))]);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written && result.Id != null);
        account.Emulator.Contacts.All.Select(contact => (contact["LastName"], contact[Key]))
            .Should().BeEquivalentTo(Enumerable.Range(0, 2000).Select(number => ((string?)$"L{number}", (string?)$"h{number}")));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Makes_no_twin_of_a_create_without_a_key()
    {
        await using var account = await OpenAsync();

        var results = await account.WriteAsync([.. Enumerable.Range(0, 2000).Select(number => Create($"h{number}", ("LastName", $"L{number}")))]);

        results.Select(result => account.Emulator.Contacts.Find(result.Id!)!["LastName"]).Should().Equal(Enumerable.Range(0, 2000).Select(number => $"L{number}"));
        account.Emulator.Requests.CountOf("ingest.create").Should().Be(0);
    }

    [Fact]
    public async Task Keeps_a_text_that_a_table_could_not_hold()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2001).Select(number => Values(("LastName", $"L{number}"))));

        var results = await account.WriteAsync([.. ids.Select((id, number) => Update(id, ("FirstName", number == 5 ? "#N/A" : "Ada")))]);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        account.Emulator.Contacts.Find(ids[5])!["FirstName"].Should().Be("#N/A");
    }

    [Fact]
    public async Task Deletes_in_a_job_too()
    {
        await using var account = await OpenAsync();
        var ids = account.Emulator.Contacts.CreateMany(Enumerable.Range(0, 2000).Select(number => Values(("LastName", $"L{number}"))));

        var results = await account.WriteAsync([.. ids.Select(Archive)]);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        account.Emulator.Contacts.Count.Should().Be(0);
    }
}
