using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class A_lead : SalesforceTests
{
    [Fact]
    public async Task Is_shut_once_it_was_converted()
    {
        var lead = Lead("Byron", ("Phone", "1"), ("City", "Leeds"));
        Emulator.Views.AddCampaign("Spring", lead);
        var contact = Emulator.Leads.Convert(lead);

        (await Query($"SELECT ContactId FROM CampaignMember WHERE LeadId = '{lead}'"))["records"]![0]!["ContactId"]!.GetValue<string>().Should().Be(contact.Id);
        var refused = await Patch($"{Leads}/{lead}", new { Phone = "2" });
        var inCollection = await Patch(Collections, new { records = new[] { new { attributes = new { type = "Lead" }, id = lead, Phone = "2" } } });
        var read = await Query("SELECT Id, IsConverted, ConvertedContactId, ConvertedContact.MailingCity, ConvertedAccount.Name, ConvertedDate, Status FROM Lead");

        refused.Body!.ToJsonString().Should().Be("""[{"message":"cannot reference converted lead","errorCode":"CANNOT_UPDATE_CONVERTED_LEAD","fields":[]}]""");
        ((string)inCollection.Body![0]!["errors"]![0]!["statusCode"]!).Should().Be("CANNOT_UPDATE_CONVERTED_LEAD");
        var row = read["records"]![0]!;
        ((bool)row["IsConverted"]!, (string?)row["ConvertedContactId"], (string?)row["ConvertedContact"]!["MailingCity"], (string?)row["ConvertedAccount"]!["Name"])
            .Should().Be((true, contact.Id, "Leeds", "Bluebird Bakery"));
        ((string?)row["ConvertedDate"], (string?)row["Status"]).Should().Be(("2026-11-02", "Closed - Converted"));
        (contact["LastName"], contact["Phone"]).Should().Be(("Byron", "1"));
    }

    [Fact]
    public void Fills_the_gaps_of_a_contact_it_is_converted_into()
    {
        var contact = Contact("Byron", ("Phone", "1"));

        var filled = Emulator.Leads.Convert(Lead("Other", ("Phone", "2"), ("Email", "ada@example.com")), contact);

        (filled.Id, filled["LastName"], filled["Phone"], filled["Email"]).Should().Be((contact, "Byron", "1", "ada@example.com"));
    }

    [Fact]
    public void Of_a_queue_or_converted_before_is_not_converted()
    {
        var (queued, twice) = (Lead("Queued", ("OwnerId", Emulator.Users.AddQueue("Newcomers").Id)), Lead("Twice"));
        Emulator.Leads.Convert(twice);

        FluentActions.Invoking(() => Emulator.Leads.Convert(queued)).Should().Throw<InvalidOperationException>().WithMessage("*queue*");
        FluentActions.Invoking(() => Emulator.Leads.Convert(twice)).Should().Throw<InvalidOperationException>().WithMessage("*CANNOT_UPDATE_CONVERTED_LEAD*");
        FluentActions.Invoking(() => Emulator.Contacts.Convert(Contact("x"))).Should().Throw<InvalidOperationException>().WithMessage("*Convert leads*");
    }

    [Fact]
    public async Task Gets_the_owner_of_the_assignment_rule_unless_the_caller_says_not_to()
    {
        var queue = Emulator.Users.AddQueue("Newcomers");
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng");
        Emulator.Users.AssignLeadsTo(queue.Id);

        var assigned = await Post(Leads, new { LastName = "x", Company = "y", OwnerId = lee.Id });
        var kept = await Post(Leads, new { LastName = "x", Company = "y", OwnerId = lee.Id }, ("Sforce-Auto-Assign", "FALSE"));
        var contact = await Post(Contacts, new { LastName = "x", OwnerId = lee.Id });
        var before = Owner(kept);
        await Patch($"{Leads}/{kept["id"]}", new { Phone = "1" });
        var owners = await Query($"SELECT Owner.Name, Owner.Type, Owner.Email FROM Lead WHERE Id = '{assigned["id"]}'");

        (Owner(assigned), before, Owner(kept), Emulator.Contacts.Find((string)contact["id"]!)!["OwnerId"]).Should().Be((queue.Id, lee.Id, queue.Id, lee.Id));
        owners["records"]![0]!["Owner"]!.ToJsonString().Should().Be(
            $$"""{"attributes":{"type":"Name","url":"{{Data}}/sobjects/Group/{{queue.Id}}"},"Name":"Newcomers","Type":"Queue","Email":null}""");

        string? Owner(Reply reply) => Emulator.Leads.Find((string)reply["id"]!)!["OwnerId"];
    }

    [Fact]
    public async Task Is_owned_by_somebody_who_can_be_asked_for()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng");
        var gone = Emulator.Users.Add("sam@example.com", "Sam", "Rivers");
        Emulator.Users.Deactivate(gone.Id);

        var users = await Query("SELECT Id, Email, Name, IsActive, UserType, Username FROM User WHERE UserType = 'Standard' AND IsActive = true ORDER BY Id");

        Column(users, "Name").Should().Equal("Admin User", "Integration User", "Lee Ng");
        users["records"]![2]!["Id"]!.GetValue<string>().Should().Be(lee.Id);
    }

    [Fact]
    public async Task Has_the_statuses_that_the_admin_gave()
    {
        Emulator.Fields.SetLeadStatuses(new("New", "Neu"), new("Won", "Gewonnen", IsConverted: true));

        var statuses = await Query("SELECT ApiName, MasterLabel, SortOrder, IsDefault, IsConverted FROM LeadStatus ORDER BY SortOrder");
        var created = await Post(Leads, new { LastName = "x", Company = "y" });
        var converted = await Patch($"{Leads}/{created["id"]}", new { Status = "Won" });
        var free = await Patch($"{Leads}/{created["id"]}", new { Status = "Anything" });

        statuses["records"]!.AsArray().Select(one => ((string)one!["ApiName"]!, (string)one["MasterLabel"]!, (int)one["SortOrder"]!, (bool)one["IsDefault"]!, (bool)one["IsConverted"]!))
            .Should().Equal(("New", "Neu", 1, true, false), ("Won", "Gewonnen", 3, false, true));
        (converted.Status, free.Status).Should().Be((HttpStatusCode.BadRequest, HttpStatusCode.NoContent));
        Emulator.Leads.All.Single()["Status"].Should().Be("Anything");
    }

    [Fact]
    public async Task Needs_a_company() =>
        ((string?)(await Post(Leads, new { FirstName = "Ada" })).Body![0]!["message"]).Should().Be("Required fields are missing: [LastName, Company]");
}
