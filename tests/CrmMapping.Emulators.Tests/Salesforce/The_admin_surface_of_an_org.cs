using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class The_admin_surface_of_an_org : SalesforceTests
{
    [Fact]
    public async Task Takes_gives_and_edits_contacts()
    {
        var imported = await Post("/_emulator/contacts", """[{"LastName":"Byron","Email":"ada@example.com"},{"FirstName":"Nobody"}]""");
        var id = Emulator.Contacts.All.Single().Id;
        await Patch($"/_emulator/contacts/{id}", new { Phone = "1" });
        var dump = await Send(HttpMethod.Get, "/_emulator/contacts");
        await Post($"/_emulator/contacts/{id}/archive", null);
        await Post($"/_emulator/contacts/{id}/restore", null);

        (imported.Status, (int)imported["created"]!).Should().Be((HttpStatusCode.MultiStatus, 1));
        ((string?)imported["failures"]![0]).Should().Contain("REQUIRED_FIELD_MISSING");
        ((string)dump.Body!).Should().Contain(id).And.Contain("ada@example.com").And.Contain("\"Phone\":\"1\"");
        Emulator.Contacts.Find(id)!.IsDeleted.Should().BeFalse();
    }

    [Fact]
    public async Task Makes_up_people_twice_and_gives_them_all()
    {
        await Post("/_emulator/generate", new { count = 700 });
        await Post("/_emulator/generate", new { count = 300 });

        var dump = await Send(HttpMethod.Get, "/_emulator/contacts");

        ((string)dump.Body!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(1000);
    }

    [Fact]
    public async Task Works_on_leads_owners_rules_and_sessions()
    {
        var lead = (string)(await Post("/_emulator/leads", new { LastName = "Quill", Company = "Bluebird Bakery" }))["id"]!;
        await Patch($"/_emulator/leads/{lead}", new { Phone = "1" });
        var contact = (string)(await Post($"/_emulator/leads/{lead}/convert", new { }))["id"]!;
        var loser = Contact("Loser");
        await Post("/_emulator/contacts/merge", new { winner = contact, losers = new[] { loser } });
        var owner = (string)(await Post("/_emulator/owners", new { email = "lee@example.com", firstName = "Lee", lastName = "Ng" }))["id"]!;
        await Post($"/_emulator/owners/{owner}/deactivate", null);
        var queue = (string)(await Post("/_emulator/queues", new { name = "Newcomers" }))["id"]!;
        await Send(HttpMethod.Put, "/_emulator/lead-assignment", new { ownerId = queue });
        await Send(HttpMethod.Put, "/_emulator/duplicate-rules", new { rules = new[] { new { @object = "Contact", field = "Phone", blocks = true } } });
        await Post("/_emulator/properties", new { name = "Tier__c", label = "Tier", type = "picklist", picklistValues = new[] { "Gold" }, restrictedPicklist = true });
        await Send(HttpMethod.Patch, "/_emulator/properties/Tier__c", new { hidden = true });
        await Post("/_emulator/oauth/expire-sessions", null);

        var record = Emulator.Contacts.Find(contact)!;
        (record["LastName"], record["Phone"]).Should().Be(("Quill", "1"));
        Emulator.Contacts.Find(loser)!["MasterRecordId"].Should().Be(contact);
        Emulator.Users.All.Single(user => user.Id == owner).IsActive.Should().BeFalse();
        Emulator.DuplicateRules.Should().Equal(new SalesforceDuplicateRule("Contact") { Field = "Phone", Blocks = true });
        var field = Emulator.Fields.Of("Contact").Single(one => one.Name is "Tier__c");
        (field.IsHidden, field.IsRestrictedPicklist, field.PicklistValues.Single().Value).Should().Be((true, true, "Gold"));
        (await Get($"{Data}/limits")).Status.Should().Be(HttpStatusCode.Unauthorized);
        UseToken(Emulator.OAuth.IssueAccessToken());
        Code(await Post(Contacts, new { LastName = "x", Phone = "1" })).Should().Be("DUPLICATES_DETECTED");
        Emulator.Leads.Find((string)(await Post(Leads, new { LastName = "x", Company = "y" }))["id"]!)!["OwnerId"].Should().Be(queue);
    }

    [Fact]
    public async Task Says_what_it_serves_and_starts_afresh()
    {
        Contact("Byron");
        var described = await Send(HttpMethod.Get, "/_emulator");
        await Post("/_emulator/reset", null);

        ((string?)described["crm"], (int)described["contacts"]!, Emulator.Contacts.Count).Should().Be(("salesforce", 1, 0));
        (await Post(Contacts, new { LastName = "x" })).Status.Should().Be(HttpStatusCode.Created);
    }
}
