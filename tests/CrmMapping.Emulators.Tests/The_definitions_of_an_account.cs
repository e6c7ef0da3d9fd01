using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class The_definitions_of_an_account : EmulatorTests
{
    [Theory]
    [InlineData("/crm/v3/properties/contacts")]
    [InlineData("/crm/properties/2026-09/contacts")]
    public async Task Describe_properties(string properties)
    {
        var status = await Get($"{properties}/hs_lead_status");
        var owner = await Get($"{properties}/hubspot_owner_id");
        var computed = await Get($"{properties}/hs_additional_emails");
        var all = await Get(properties);

        ((string?)status["options"]![0]!["value"]).Should().Be("NEW");
        ((bool)owner["externalOptions"]!, (string?)owner["referencedObjectType"], owner["modificationMetadata"]!["readOnlyOptions"])
            .Should().Be((true, "OWNER", null));
        ((bool)computed["calculated"]!, (bool)computed["modificationMetadata"]!["readOnlyValue"]!).Should().Be((true, true));
        all["results"]!.AsArray().Should().HaveCountGreaterThan(20);
        all["paging"].Should().BeNull();
    }

    [Fact]
    public async Task Change_by_the_api_within_its_rules()
    {
        const string Properties = "/crm/v3/properties/contacts";
        var tier = new { name = "tier", label = "Tier", type = "string", fieldType = "text", groupName = "contactinformation" };

        (await Post(Properties, tier)).Status.Should().Be(HttpStatusCode.Created);
        (await Post(Properties, tier)).Status.Should().Be(HttpStatusCode.Conflict);
        (await Post(Properties, tier with { name = "Tier!" })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Post(Properties, tier with { name = "t2", type = "money" })).Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)(await Patch($"{Properties}/tier", new { label = "Level" }))["label"]).Should().Be("Level");
        (await Delete($"{Properties}/email")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Delete($"{Properties}/tier")).Status.Should().Be(HttpStatusCode.NoContent);
        (await Get($"{Properties}/tier")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Get($"{Properties}/tier?archived=true")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Change_under_the_feet_of_a_client()
    {
        var id = Person("ada@example.com", ("hs_lead_status", "NEW"));

        Emulator.Properties.Change("hs_lead_status", property => property with { Options = [new("HOT", "Hot")] });
        Emulator.Properties.Change("company", property => property with { ReadOnlyValue = true });
        Emulator.Properties.Remove("fax");

        (await Patch($"{Contacts}/{id}", new { properties = Values(("hs_lead_status", "NEW")) })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Patch($"{Contacts}/{id}", new { properties = Values(("hs_lead_status", "HOT")) })).Status.Should().Be(HttpStatusCode.OK);
        (await Patch($"{Contacts}/{id}", new { properties = Values(("company", "Lamps")) })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Patch($"{Contacts}/{id}", new { properties = Values(("fax", "1")) })).Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Contacts.Update(id, "company", "Lamps")["company"].Should().Be("Lamps", "people may write what the API may not");
    }

    [Fact]
    public async Task Name_owners_and_the_deactivated_ones_apart()
    {
        var (lee, sam) = (Emulator.Owners.Add("lee@example.com", "Lee", "Ng"), Emulator.Owners.Add("sam@example.com", "Sam", "Rivers"));
        Emulator.Owners.Deactivate(sam.Id);

        var active = await Get("/crm/owners/2026-09");
        var archived = await Get("/crm/v3/owners?archived=true");
        var byUser = await Get($"/crm/v3/owners/{lee.UserId}?idProperty=userId");

        active.Ids.Should().Equal(lee.Id);
        archived.Ids.Should().Equal(sam.Id);
        archived["results"]![0]!["userId"].Should().BeNull();
        ((int)archived["results"]![0]!["userIdIncludingInactive"]!).Should().Be(sam.UserId);
        ((string?)byUser["id"]).Should().Be(lee.Id);
    }

    [Fact]
    public async Task Page_owners()
    {
        for (var i = 0; i < 5; i++)
            Emulator.Owners.Add($"o{i}@example.com", "O", $"{i}");

        var first = await Get("/crm/v3/owners?limit=3");
        var second = await Get($"/crm/v3/owners?limit=3&after={first["paging"]!["next"]!["after"]}");

        first.Ids.Concat(second.Ids).Should().Equal(Emulator.Owners.All.Select(owner => owner.Id));
        second["paging"].Should().BeNull();
    }

    [Fact]
    public async Task Tell_the_account_and_its_call_outcomes()
    {
        var account = await Get("/account-info/2026-09/details");
        var outcomes = await Get("/calling/v1/dispositions");

        ((long)account["portalId"]!, (string?)account["timeZone"], (long)account["utcOffsetMilliseconds"]!).Should().Be((1234567L, "US/Eastern", -18_000_000L));
        outcomes.Body!.AsArray().Should().Contain(one => (string?)one!["label"] == "Connected" && (string?)one["id"] == "f240bbac-87c9-4f6e-bf70-924b57d47db7");
    }
}
