using CrmMapping.Emulators;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class Writing_contacts
{
    [Fact]
    public async Task Gives_each_write_its_own_result()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com", "A");
        var bob = account.Create("bob@example.com", "B");

        var results = await account.Session.WriteAsync(
            Fields, [Update(bob, ("firstname", "Bob")), Create("l1", ("email", "eve@example.com")), Update(ada, ("firstname", "Ada"))], default);

        results.Select(result => result.Outcome).Should().AllBeEquivalentTo(CrmWriteOutcome.Written);
        results.Select(result => result.Id).Should().Equal(bob, account.Emulator.Contacts.FindByEmail("eve@example.com")!.Id, ada);
        results[2].Confirmed!.Value(1).Should().Be(FieldValue.Of("Ada"));
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Loses_a_refused_property_and_not_the_contact()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var bob = account.Create("bob@example.com");

        var results = await account.Session.WriteAsync(
            Fields,
            [Update(ada, ("firstname", "Ada"), ("hs_lead_status", "NO_SUCH")), Update(bob, ("firstname", "Bob"))], default);

        account.Emulator.Contacts.Find(ada)!["firstname"].Should().Be("Ada");
        account.Emulator.Contacts.Find(bob)!["firstname"].Should().Be("Bob");
        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        results[0].RefusedFields.Should().ContainSingle().Which.Should().Match<FieldRefusal>(
            refusal => refusal.Field == "hs_lead_status" && refusal.Code == IssueCode.NotAnOption);
        results[1].RefusedFields.Should().BeEmpty();
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Loses_what_the_account_does_not_let_be_written()
    {
        await using var account = await OpenAsync();
        account.Emulator.Properties.Remove("phone");
        var ids = Enumerable.Range(0, 20).Select(number => account.Create($"c{number}@example.com")).ToList();

        var results = await account.Session.WriteAsync(
            Fields, [.. ids.Select(id => Update(id, ("firstname", "Ada"), ("phone", "+12155550123")))], default);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written
            && result.RefusedFields.Single().Code == IssueCode.FieldMissing);
        account.Emulator.Contacts.All.Should().OnlyContain(contact => contact["firstname"] == "Ada");
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Names_the_contact_that_is_there_already_and_creates_the_others()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        var results = await account.Session.WriteAsync(
            Fields,
            [Create("1", ("email", "bob@example.com")), Create("2", ("email", "Ada@example.com")), Create("3", ("email", "eve@example.com"))],
            default);

        results.Select(result => result.Outcome).Should().Equal(
            CrmWriteOutcome.Written, CrmWriteOutcome.AlreadyExists, CrmWriteOutcome.Written);
        results[1].Id.Should().Be(ada);
        account.Emulator.Contacts.Count.Should().Be(3);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Keeps_the_rest_of_an_update_whose_address_is_taken()
    {
        await using var account = await OpenAsync();
        account.Create("ada@example.com");
        var bob = account.Create("bob@example.com");

        var results = await account.Session.WriteAsync(
            Fields, [Update(bob, ("email", "ada@example.com"), ("firstname", "Bob"))], default);

        account.Emulator.Contacts.Find(bob)!["firstname"].Should().Be("Bob");
        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        results[0].RefusedFields.Should().ContainSingle().Which.Field.Should().Be("email");
        results[0].RefusedFields[0].Message.Should().NotContain("ada@example.com");
    }

    [Fact]
    public async Task Names_the_survivor_of_a_contact_that_was_merged_away()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        var bob = account.Create("bob@example.com");
        var eve = account.Create("eve@example.com");
        var survivor = account.Emulator.Contacts.Merge(ada, bob).Id;

        var results = await account.Session.WriteAsync(
            Fields, [Update(bob, ("firstname", "Bob")), Update(eve, ("firstname", "Eve")), Update("999999", ("firstname", "X"))], default);

        results.Select(result => (result.Outcome, result.Id)).Should().Equal(
            (CrmWriteOutcome.NotFound, survivor), (CrmWriteOutcome.Written, eve), (CrmWriteOutcome.NotFound, null));
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.BadGateway)]
    [InlineData(FaultKind.CutRequest)]
    public async Task Does_not_create_again_what_may_have_been_created(FaultKind fault)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(fault, "batch/create");

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "ada@example.com"))], default);

        results.Should().ContainSingle().Which.Outcome.Should().Be(CrmWriteOutcome.Unanswered);
        account.Emulator.RequestCount.Should().Be(1);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.RateLimited)]
    [InlineData(FaultKind.CutRequest)]
    public async Task Repeats_an_update_of_which_no_answer_arrived(FaultKind fault)
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Faults.Next(fault, "batch/update");

        var results = await account.Session.WriteAsync(Fields, [Update(ada, ("firstname", "Ada"))], default);

        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Emulator.Contacts.Find(ada)!["firstname"].Should().Be("Ada");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Repeats_a_create_that_has_a_key_of_its_own_and_makes_no_twin()
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdProperty = "host_id");
        AddHostId(account);
        account.Emulator.Faults.Next(FaultKind.LostAnswer, "batch/upsert");

        var results = await account.Session.WriteAsync(
            Fields, [Create("l1", ("firstname", "Ada")), Create("l2", ("firstname", "Bob"))], default);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        account.Emulator.Contacts.All.Select(contact => (contact.Id, contact["host_id"])).Should().BeEquivalentTo(
            [(results[0].Id, "l1"), (results[1].Id, "l2")]);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Knows_creates_by_their_key_where_all_else_is_the_same()
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdProperty = "host_id");
        AddHostId(account);

        var results = await account.Session.WriteAsync(
            Fields, [.. Enumerable.Range(0, 40).Select(number => Create($"l{number}", ("firstname", "Ada")))], default);

        results.Select(result => account.Emulator.Contacts.Find(result.Id!)!["host_id"]).Should()
            .Equal(Enumerable.Range(0, 40).Select(number => $"l{number}"));
        account.Emulator.RequestCount.Should().Be(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sends_no_create_by_a_key_that_the_account_does_not_have(bool isThere)
    {
        await using var account = await OpenAsync(configure: options => options.ExternalIdProperty = "host_id");
        if (isThere)
        {
            account.Emulator.Properties.Add(new HubSpotProperty { Name = "host_id", Label = "Host id" });
        }

        var ada = account.Create("ada@example.com");
        await account.Session.DescribeAsync(RecordType.Contact, default);

        var results = await account.Session.WriteAsync(
            Fields, [Create("l1", ("firstname", "Bob")), Update(ada, ("firstname", "Ada"))], default);

        results.Select(result => result.Outcome).Should().Equal(CrmWriteOutcome.Failed, CrmWriteOutcome.Written);
        results[0].Message.Should().Be(
            "HubSpot has no unique property 'host_id', as UseExternalId wants. Create it as unique, or leave UseExternalId out.");
        account.Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "F8")]
    public async Task Takes_one_more_request_for_however_many_contacts_lose_a_property()
    {
        await using var account = await OpenAsync();
        var ids = Enumerable.Range(0, 50).Select(number => account.Create($"c{number}@example.com")).ToList();

        var results = await account.Session.WriteAsync(
            Fields, [.. ids.Select((id, number) => Update(id, ("firstname", "Ada"), ("hs_lead_status", number % 2 == 0 ? "NO_SUCH" : "NEW")))], default);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        results.Count(result => result.RefusedFields.Count == 1).Should().Be(25);
        account.Emulator.Contacts.All.Should().OnlyContain(contact => contact["firstname"] == "Ada");
        account.Emulator.RequestCount.Should().Be(2);
    }

    [Theory]
    [InlineData("""{"status":"error","message":"Contact already exists. Existing ID: 482701","category":"CONFLICT"}""", "482701")]
    [InlineData("""{"message":"Contact already exists. Existing ID: 2926551","errors":[{"message":"A contact with email lee@example.com already exists. Existing ID: 2926551","in":"email"}],"status":"error","category":"OBJECT_ALREADY_EXISTS","error":"CONTACT_EXISTS"}""", "2926551")]
    [InlineData("""{"status":"error","message":"Contact already exists. Existing ID: 77"}""", "77")]
    [InlineData("""{"status":"error","message":"Contact already exists."}""", null)]
    public async Task Takes_a_conflict_of_any_wording_for_the_contact_that_is_there(string body, string? existing)
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer { Status = 409, Body = body });

        var results = await account.Session.WriteAsync(Fields, [Create("1", ("email", "lee@example.com"))], default);

        (results[0].Outcome, results[0].Id).Should().Be((CrmWriteOutcome.AlreadyExists, existing));
        results[0].Message.Should().NotContain("lee@example.com");
    }

    [Fact]
    public async Task Needs_a_person_where_a_scope_is_missing()
    {
        await using var account = await OpenAsync(options => options with { Scopes = ["crm.objects.contacts.read"] });

        var write = () => account.Session.WriteAsync(Fields, [Create("1", ("firstname", "Ada"))], default);

        var failed = (await write.Should().ThrowAsync<CrmException>()).Which;
        (failed.Failure, failed.Message).Should().Be((
            CrmFailure.Permission,
            "Acme: HubSpot does not allow 'create contacts': the scope 'crm.objects.contacts.write' is missing. Grant it to the app and connect again."));
    }

    [Fact, Trait("Rule", "S3")]
    public async Task Names_no_scope_that_is_no_scope()
    {
        await using var account = await OpenAsync();
        account.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 403, Body = """{"category":"MISSING_SCOPES","context":{"requiredScopes":["the scopes of ada@example.com"]}}""",
        });

        var write = () => account.Session.WriteAsync(Fields, [Create("1", ("firstname", "Ada"))], default);

        await write.Should().ThrowAsync<CrmException>().WithMessage(
            "Acme: HubSpot does not allow 'create contacts': MISSING_SCOPES. Check the app's scopes and the account's subscription.");
    }

    [Fact, Trait("Rule", "X10")]
    public async Task Confirms_what_HubSpot_holds_and_not_what_was_sent()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");
        account.Emulator.Contacts.Update(ada, "lifecyclestage", "customer");

        var results = await account.Session.WriteAsync(Fields, [Update(ada, ("lifecyclestage", "lead"))], default);

        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        results[0].Confirmed!.Value(4).Should().Be(FieldValue.Of("customer"));
    }

    [Fact]
    public async Task Clears_a_value()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com", "Ada");

        var results = await account.Session.WriteAsync(Fields, [Update(ada, ("firstname", ""))], default);

        results[0].Confirmed!.IsBlank(1).Should().BeTrue();
        account.Emulator.Contacts.Find(ada)!["firstname"].Should().BeNull();
    }

    [Fact]
    public async Task Archives()
    {
        await using var account = await OpenAsync();
        var ada = account.Create("ada@example.com");

        var results = await account.Session.WriteAsync(
            Fields, [new CrmWrite { Kind = CrmWriteKind.Archive, Id = ada, Values = new RecordBuffer(Fields.Count) }], default);

        results[0].Outcome.Should().Be(CrmWriteOutcome.Written);
        account.Emulator.Contacts.Find(ada)!.IsArchived.Should().BeTrue();
    }

    [Fact]
    public async Task Takes_the_fewest_requests()
    {
        await using var account = await OpenAsync();

        var results = await account.Session.WriteAsync(
            Fields, [.. Enumerable.Range(0, 250).Select(number => Create($"{number}", ("email", $"c{number}@example.com")))], default);

        results.Should().OnlyContain(result => result.Outcome == CrmWriteOutcome.Written);
        results.Select(result => account.Emulator.Contacts.Find(result.Id!)!["email"]).Should()
            .Equal(Enumerable.Range(0, 250).Select(number => $"c{number}@example.com"));
        account.Emulator.RequestCount.Should().Be(3);
    }

    private static void AddHostId(HubSpotAccount account) =>
        account.Emulator.Properties.Add(new HubSpotProperty { Name = "host_id", Label = "Host id", HasUniqueValue = true });
}
