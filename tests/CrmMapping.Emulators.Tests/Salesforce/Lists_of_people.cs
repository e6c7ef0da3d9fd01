using System.Net;

namespace CrmMapping.Emulators.Tests.Salesforce;

public sealed class Lists_of_people : SalesforceTests
{
    [Fact]
    public async Task Are_list_views()
    {
        Emulator.Contacts.CreateMany(Enumerable.Range(0, 30).Select(n => new KeyValuePair<string, string?>[] { new("LastName", $"Quill {n:00}") }));
        Contact("Byron");
        var id = Emulator.Views.AddListView("All Quills", "SELECT Id, LastName FROM Contact WHERE LastName LIKE 'Quill%' ORDER BY LastName");

        var views = await Get($"{Contacts}/listviews");
        var first = await Get($"{Contacts}/listviews/{id}/results");
        var rest = await Get($"{Contacts}/listviews/{id}/results?limit=25&offset=25");
        var described = await Get($"{Contacts}/listviews/{id}/describe");

        views["listviews"]!.AsArray().Select(view => ((string?)view!["id"], (string?)view["label"], (string?)view["developerName"])).Should().Equal((id, "All Quills", "All_Quills"));
        ((int)first["size"]!, (bool)first["done"]!, (int)rest["size"]!, (bool)rest["done"]!).Should().Be((25, false, 5, true));
        rest["records"]![4]!["columns"]![1]!.ToJsonString().Should().Be("""{"fieldNameOrPath":"LastName","value":"Quill 29"}""");
        ((string)described["query"]!).Should().StartWith("SELECT Id");
        (await Get($"{Leads}/listviews"))["listviews"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task May_be_of_those_that_are_ones_own()
    {
        var mine = Contact("Mine", ("OwnerId", Emulator.Users.IntegrationUserId));
        Contact("Other");
        var id = Emulator.Views.AddListView("My Contacts", "SELECT Id FROM Contact USING SCOPE mine WHERE LastName != null ORDER BY LastName ASC NULLS FIRST");

        var described = await Get($"{Contacts}/listviews/{id}/describe");
        var found = await Query((string)described["query"]!);

        ((string?)described["scope"], Column(found, "Id").Single()).Should().Be(("mine", mine));
        (await Query("SELECT Id FROM Contact USING SCOPE everything"))["totalSize"]!.GetValue<int>().Should().Be(2);
        Code(await Query("SELECT Id FROM Contact USING SCOPE elsewhere")).Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    public async Task Are_reports()
    {
        var ada = Contact("Byron", ("Email", "ada@example.com"));
        var id = Emulator.Views.AddReport("Everyone", "SELECT Id, Email, Phone FROM Contact");

        var reports = await Get($"{Data}/analytics/reports");
        var run = await Get($"{Data}/analytics/reports/{id}?includeDetails=true");

        ((string?)reports.Body![0]!["id"], (string?)reports.Body[0]!["name"]).Should().Be((id, "Everyone"));
        run["factMap"]!["T!T"]!["rows"]![0]!["dataCells"]!.ToJsonString().Should().Be(
            $$"""[{"label":"{{ada}}","value":"{{ada}}"},{"label":"ada@example.com","value":"ada@example.com"},{"label":"-","value":null}]""");
        run["reportMetadata"]!["detailColumns"]!.ToJsonString().Should().Be("""["Contact.Id","Contact.Email","Contact.Phone"]""");
        ((bool)run["allData"]!).Should().BeTrue();
    }

    [Fact]
    public async Task Are_campaigns()
    {
        var (contact, lead, other) = (Contact("Byron"), Lead("Quill"), Contact("Other"));
        var id = Emulator.Views.AddCampaign("Spring", contact, lead);

        var members = await Query($"SELECT ContactId, LeadId, Contact.LastName FROM CampaignMember WHERE CampaignId = '{id}' ORDER BY Id");
        var joined = await Query($"SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM CampaignMember WHERE CampaignId = '{id}')");
        var others = await Query($"SELECT Id FROM Contact WHERE Id NOT IN (SELECT ContactId FROM CampaignMember WHERE CampaignId = '{id}')");

        members["records"]!.AsArray().Select(one => ((string?)one!["ContactId"], (string?)one["LeadId"], (string?)one["Contact"]?["LastName"])).Should().Equal((contact, null, "Byron"), (null, lead, null));
        (Column(joined, "Id").Single(), Column(others, "Id").Single()).Should().Be((contact, other));
    }

    [Theory]
    [InlineData("2125550101", 2)]
    [InlineData("\\+1 \\(212\\) 555\\-0101", 1)]
    [InlineData("5550199", 0)]
    public async Task Are_found_by_phone(string term, int found)
    {
        Contact("Byron", ("Phone", "+1 212-555-0101"));
        Lead("Quill", ("MobilePhone", "(212) 555-0101"));
        Emulator.Leads.Convert(Lead("Converted", ("Phone", "2125550101")), Contact("Other"));

        var reply = await Get($"{Data}/search?q={Uri.EscapeDataString($"FIND {{{term}}} IN PHONE FIELDS RETURNING Contact(Id,Phone WHERE LastName != 'Other'), Lead(Id,Phone,MobilePhone WHERE IsConverted=false)")}");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply["searchRecords"]!.AsArray().Count.Should().Be(found);
    }

    [Theory]
    [InlineData("FIND {555-0101} IN PHONE FIELDS RETURNING Contact(Id)")]
    [InlineData("FIND {5550101} IN NAME FIELDS RETURNING Contact(Id)")]
    [InlineData("FIND {5} IN PHONE FIELDS RETURNING Contact(Id)")]
    public async Task Are_not_found_by_a_search_that_is_worded_otherwise(string search) =>
        Code(await Get($"{Data}/search?q={Uri.EscapeDataString(search)}")).Should().Be("MALFORMED_SEARCH");
}
