using CrmMapping.Emulators;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests;

public sealed class Writing_records
{
    [Fact, Trait("Rule", "F8")]
    public async Task Tries_a_record_again_that_was_locked_and_that_one_alone()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        account.Emulator.Contacts.Lock(ada, writes: 2);

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")), Update(bob, ("FirstName", "B")));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Written, CrmWriteOutcome.Written);
        account.Emulator.Requests.CountOf("composite").Should().Be(3);
    }

    [Fact]
    public async Task Gives_a_record_up_for_now_that_stays_locked()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        account.Emulator.Contacts.Lock(ada, writes: 99);

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")));

        (results[0].Outcome, results[0].Message).Should().Be(
            (CrmWriteOutcome.Failed, "Salesforce was busy with the record each time it was tried (UNABLE_TO_LOCK_ROW)."));
    }

    [Fact]
    public async Task Says_of_a_duplicate_that_it_is_there_already()
    {
        await using var account = await OpenAsync();
        account.Create("Ada", "ada@example.com");
        account.Emulator.DuplicateRules = [new SalesforceDuplicateRule("Contact")];

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada"), ("Email", "ada@example.com")));

        (results[0].Outcome, account.Emulator.Contacts.Count).Should().Be((CrmWriteOutcome.AlreadyExists, 1));
    }

    [Fact]
    public async Task Saves_a_duplicate_where_a_rule_only_warns_and_the_options_say_so()
    {
        await using var account = await OpenAsync(configure: options => options.SavesDuplicates = true);
        account.Create("Ada", "ada@example.com");
        account.Emulator.DuplicateRules = [new SalesforceDuplicateRule("Contact")];

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada"), ("Email", "ada@example.com")));

        (results[0].Outcome, account.Emulator.Contacts.Count).Should().Be((CrmWriteOutcome.Written, 2));
    }

    [Fact]
    public async Task Names_the_record_that_holds_a_unique_value()
    {
        await using var account = await OpenAsync(settings => settings with
        {
            ContactFields = [new SalesforceField("Badge__c", "Badge", "string", 20) { IsUnique = true }],
        });
        var fields = new CrmFieldSet(RecordType.Contact, [new FieldDescriptor { Key = "LastName", Type = FieldType.Text }, new FieldDescriptor { Key = "Badge__c", Type = FieldType.Text }]);
        var ada = account.Emulator.Contacts.Create(Values(("LastName", "Ada"), ("Badge__c", "7"))).Id;

        var results = await account.Session.WriteAsync(
            fields, [new CrmWrite { Kind = CrmWriteKind.Create, Values = Buffer(fields, ("LastName", "Bob"), ("Badge__c", "7")) }], default);

        (results[0].Outcome, results[0].Id).Should().Be((CrmWriteOutcome.AlreadyExists, ada));
    }

    [Fact, Trait("Rule", "M5")]
    public async Task Says_of_a_converted_lead_and_of_a_deleted_contact_that_they_are_not_there()
    {
        await using var account = await OpenAsync();
        var (lead, contact) = (account.CreateLead("Ada"), account.Create("Bob"));
        account.Emulator.Leads.Convert(lead);
        account.Emulator.Contacts.Delete(contact);

        var ofLeads = await account.Session.WriteAsync(
            LeadFields, [new CrmWrite { Kind = CrmWriteKind.Update, Id = lead, Values = Buffer(LeadFields, ("FirstName", "A")) }], default);
        var ofContacts = await account.WriteAsync(Update(contact, ("FirstName", "B")));

        (ofLeads[0].Outcome, ofContacts[0].Outcome).Should().Be((CrmWriteOutcome.NotFound, CrmWriteOutcome.NotFound));
    }

    [Fact]
    public async Task Names_the_survivor_of_a_record_that_was_merged_away()
    {
        await using var account = await OpenAsync();
        var (ada, bob) = (account.Create("Ada"), account.Create("Bob"));
        account.Emulator.Contacts.Merge(bob, ada);

        var results = await account.WriteAsync(Update(ada, ("FirstName", "A")));

        (results[0].Outcome, results[0].Id).Should().Be((CrmWriteOutcome.NotFound, bob));
    }

    [Theory]
    [InlineData("US", "US")]
    [InlineData("United States", "US")]
    [InlineData("united states", "US")]
    public async Task Writes_a_country_by_its_code_where_the_org_keeps_a_list(string value, string code)
    {
        await using var account = await OpenAsync(settings => settings with { HasAddressPicklists = true });

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada"), ("MailingCountry", value)));

        results[0].Should().BeEquivalentTo(new { Outcome = CrmWriteOutcome.Written, RefusedFields = Array.Empty<FieldRefusal>() });
        account.Emulator.Contacts.Find(results[0].Id!)!["MailingCountryCode"].Should().Be(code);
    }

    [Fact, Trait("Rule", "F4")]
    public async Task Refuses_a_country_alone_that_the_list_does_not_have()
    {
        await using var account = await OpenAsync(settings => settings with { HasAddressPicklists = true });

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada"), ("MailingCountry", "Atlantis")), Create("2", ("LastName", "Bob")));

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Written, CrmWriteOutcome.Written);
        results[0].RefusedFields.Should().Equal(new FieldRefusal(
            "MailingCountry", IssueCode.NotAnOption, "The org keeps a list for 'MailingCountry' and has no such entry. Use a name of the list, or its code."));
    }

    [Theory]
    [InlineData(true, "Salesforce takes the field only when a record is created.")]
    [InlineData(false, "Salesforce takes the field only when a record is changed.")]
    public async Task Leaves_out_a_field_where_the_operation_does_not_take_it(bool takesCreates, string reason)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("Ada");
        account.Emulator.Fields.Change("Contact", "FirstName", field => field with { IsCreateable = takesCreates, IsUpdateable = !takesCreates });

        var results = await account.WriteAsync(Create("1", ("LastName", "Bob"), ("FirstName", "B")), Update(ada, ("LastName", "Ada 2"), ("FirstName", "A")));

        var (taken, left) = takesCreates ? (results[0], results[1]) : (results[1], results[0]);
        taken.RefusedFields.Should().BeEmpty();
        left.RefusedFields.Should().Equal(new FieldRefusal("FirstName", IssueCode.ReadOnlyField, reason));
        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
    }

    [Fact]
    public async Task Keeps_the_owner_from_the_assignment_rules_of_the_org()
    {
        await using var account = await OpenAsync();
        var (kim, lee) = (account.Emulator.Users.Add("kim@example.com", "Kim", "Lee").Id, account.Emulator.Users.Add("lee@example.com", "Lee", "Kim").Id);
        account.Emulator.Users.AssignLeadsTo(lee);
        var fields = new CrmFieldSet(RecordType.Lead, [.. LeadFields.Fields, new FieldDescriptor { Key = "OwnerId", Type = FieldType.Owner }]);

        var results = await account.Session.WriteAsync(
            fields, [new CrmWrite { Kind = CrmWriteKind.Create, Values = Buffer(fields, ("LastName", "Ada"), ("Company", "Acme"), ("OwnerId", kim)) }], default);

        account.Emulator.Leads.Find(results[0].Id!)!["OwnerId"].Should().Be(kim);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Leaves_out_an_owner_who_was_deactivated()
    {
        await using var account = await OpenAsync();
        var kim = account.Emulator.Users.Add("kim@example.com", "Kim", "Lee").Id;
        account.Emulator.Users.Deactivate(kim);
        var ada = account.Create("Ada");
        var fields = new CrmFieldSet(RecordType.Contact, [.. Fields.Fields, new FieldDescriptor { Key = "OwnerId", Type = FieldType.Owner }]);

        var results = await account.Session.WriteAsync(
            fields, [new CrmWrite { Kind = CrmWriteKind.Update, Id = ada, Values = Buffer(fields, ("FirstName", "A"), ("OwnerId", kim)) }], default);

        results[0].RefusedFields.Should().Equal(new FieldRefusal(
            "OwnerId", IssueCode.RefusedByCrm, "The user is deactivated in Salesforce and can own nothing new."));
        account.Emulator.Contacts.Find(ada)!["FirstName"].Should().Be("A");
    }

    [Fact]
    public async Task Unticks_a_box_that_is_cleared()
    {
        await using var account = await OpenAsync();
        var ada = account.Emulator.Contacts.Create(Values(("LastName", "Ada"), ("DoNotCall", "true"))).Id;

        var results = await account.WriteAsync(Update(ada, ("DoNotCall", "")));

        (results[0].Outcome, account.Emulator.Contacts.Find(ada)!["DoNotCall"]).Should().Be((CrmWriteOutcome.Written, "false"));
    }

    [Fact]
    public async Task Refuses_an_upsert_by_a_field_that_is_no_key()
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdField = "Host_Id__c");

        var results = await account.WriteAsync(Create("1", ("LastName", "Ada")));

        (results[0].Outcome, results[0].Message).Should().Be((CrmWriteOutcome.Failed,
            "The object has no external id field 'Host_Id__c', as UseExternalId wants. Create it as external id and unique, or leave UseExternalId out."));
    }
}
