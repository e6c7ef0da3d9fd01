using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class The_fields_of_a_location : HighLevelTests
{
    private string Fields => $"/locations/{Location}/customFields";

    [Fact]
    public async Task Are_defined_listed_renamed_and_removed()
    {
        var created = await Post(Fields, new { name = "Lead Tier", dataType = "SINGLE_OPTIONS", model = "contact", options = new[] { "Gold", "Silver" } });
        var id = (string)created["customField"]!["id"]!;
        var listed = await Get($"{Fields}?model=contact");
        var byKey = await Get($"{Fields}/contact.lead_tier");
        var renamed = await Put($"{Fields}/{id}", new { name = "Level" });
        var removed = await Delete($"{Fields}/{id}");
        var gone = await Get($"{Fields}/{id}");

        created.Status.Should().Be(HttpStatusCode.Created);
        var field = listed["customFields"]!.AsArray().Should().ContainSingle().Subject!;
        ((string?)field["id"], (string?)field["name"], (string?)field["fieldKey"], (string?)field["dataType"], (string?)field["model"])
            .Should().Be((id, "Lead Tier", "contact.lead_tier", "SINGLE_OPTIONS", "contact"));
        field["picklistOptions"]!.ToJsonString().Should().Be("""["Gold","Silver"]""");
        ((string?)byKey["customField"]!["id"], (string?)renamed["customField"]!["name"], (string?)renamed["customField"]!["fieldKey"])
            .Should().Be((id, "Level", "contact.lead_tier"));
        (removed.Status, (bool)removed["succeded"]!, gone.Status).Should().Be((HttpStatusCode.OK, true, HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("""{"dataType":"TEXT"}""", "name")]
    [InlineData("""{"name":"Tier"}""", "dataType")]
    [InlineData("""{"name":"Tier","dataType":"MONETARY"}""", "dataType")]
    public async Task Are_refused_with_a_list_of_what_is_wrong(string body, string named) =>
        Messages(await Post(Fields, body)).Should().ContainSingle().Which.Should().Contain(named);

    [Fact]
    public async Task Have_keys_of_their_own()
    {
        await Post(Fields, new { name = "Tier", dataType = "TEXT" });

        (await Post(Fields, new { name = "tier", dataType = "TEXT" })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("TEXT", "\"x\"", "\"x\"")]
    [InlineData("NUMERICAL", "100", "100")]
    [InlineData("NUMERICAL", "\"100\"", "\"100\"")]
    [InlineData("MONETORY", "9.5", "9.5")]
    [InlineData("SINGLE_OPTIONS", "\"Gold\"", "\"Gold\"")]
    [InlineData("RADIO", "\"Silver\"", "\"Silver\"")]
    [InlineData("CHECKBOX", "[\"Gold\",\"Silver\"]", "[\"Gold\",\"Silver\"]")]
    [InlineData("MULTIPLE_OPTIONS", "[\"Gold\"]", "[\"Gold\"]")]
    [InlineData("DATE", "\"2026-03-01\"", "\"2026-03-01\"")]
    [InlineData("FILE_UPLOAD", "{\"a\":{}}", "{\"a\":{}}")]
    public async Task Take_values_of_their_type_by_id_and_by_key_and_lose_them_again(string type, string value, string read)
    {
        var field = Emulator.Fields.Add("Tier", type, "Gold", "Silver");
        var id = Person(("firstName", "Mara"));

        var byId = await Put($"/contacts/{id}", $$"""{"customFields":[{"id":"{{field.Id}}","field_value":{{value}}}]}""");
        var cleared = await Put($"/contacts/{id}", $$"""{"customFields":[{"id":"{{field.Id}}","field_value":""}]}""");
        var byKey = await Put($"/contacts/{id}", $$"""{"customFields":[{"key":"tier","field_value":{{value}}}]}""");

        var shown = $$"""[{"id":"{{field.Id}}","value":{{read}}}]""";
        new[] { byId, cleared, byKey }.Select(reply => reply["contact"]!["customFields"]!.ToJsonString()).Should().Equal(shown, "[]", shown);
    }

    [Theory]
    [InlineData("TEXT", "5")]
    [InlineData("NUMERICAL", "\"many\"")]
    [InlineData("SINGLE_OPTIONS", "\"Bronze\"")]
    [InlineData("CHECKBOX", "\"Gold\"")]
    [InlineData("CHECKBOX", "[\"Bronze\"]")]
    [InlineData("DATE", "\"tomorrow\"")]
    public async Task Refuse_values_of_another_type(string type, string value)
    {
        var field = Emulator.Fields.Add("Tier", type, "Gold", "Silver");
        var id = Person(("firstName", "Mara"));

        var refused = await Put($"/contacts/{id}", $$"""{"city":"Leeds","customFields":[{"id":"{{field.Id}}","field_value":{{value}}}]}""");

        ((int)refused.Status).Should().BeOneOf(400, 422);
        Emulator.Contacts.Find(id)!.Properties.Should().Equal(new Dictionary<string, string> { ["firstName"] = "Mara" });
    }

    [Fact]
    public async Task Of_another_location_are_forbidden() =>
        (await Get("/locations/locQ1another000000000/customFields")).Status.Should().Be(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Stand_beside_what_the_location_says_of_itself()
    {
        var location = (await Get($"/locations/{Location}"))["location"]!;
        var zones = (await Get($"/locations/{Location}/timezones"))["timeZones"]!;

        ((string?)location["id"], (string?)location["companyId"], (bool)location["settings"]!["allowDuplicateContact"]!)
            .Should().Be((Location, Options.CompanyId, false));
        zones.AsArray().Select(zone => (string?)zone).Should().Contain("America/Denver");
    }
}
