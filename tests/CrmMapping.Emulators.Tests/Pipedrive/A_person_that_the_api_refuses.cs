using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class A_person_that_the_api_refuses : PipedriveTests
{
    [Theory]
    [InlineData("""{}""", "name: Required")]
    [InlineData("""{"name":null}""", "name: Required")]
    [InlineData("""{"name":" "}""", "name: expected a text that is not empty")]
    [InlineData("""{"name":42}""", "name: expected a text that is not empty")]
    [InlineData("""{"name":"Ines","owner_id":"4400"}""", "owner_id: expected a number")]
    [InlineData("""{"name":"Ines","owner_id":99}""", "owner_id: expected the id of an active user")]
    [InlineData("""{"name":"Ines","org_id":{"value":3}}""", "org_id: expected a number")]
    [InlineData("""{"name":"Ines","phones":"+1 555 010 7788"}""", "phones: expected a list")]
    [InlineData("""{"name":"Ines","phones":["+1 555 010 7788"]}""", "phones: expected entries with a value")]
    [InlineData("""{"name":"Ines","emails":[{"value":"ines@example.org","primary":1}]}""", "emails: expected true or false for primary")]
    [InlineData("""{"name":"Ines","emails":[{"value":"ines@example.org","label":1}]}""", "label: expected a text")]
    [InlineData("""{"name":"Ines","visible_to":"3"}""", "visible_to: expected a number")]
    [InlineData("""{"name":"Ines","label_ids":[1.5]}""", "label_ids: expected a number")]
    [InlineData("""{"name":"Ines","add_time":"2026-03-01 12:00:00"}""", "add_time: expected a time")]
    [InlineData("""{"name":"Ines","marketing_status":"maybe"}""", "marketing_status: expected one of no_consent")]
    [InlineData("""{"name":"Ines","first_name":"Ines"}""", "first_name: Unrecognized key")]
    [InlineData("""{"name":"Ines","custom_fields":[]}""", "custom_fields: expected an object")]
    [InlineData("""{"name":"Ines","custom_fields":{"nonsense":1}}""", "custom_fields.nonsense: Unrecognized key")]
    [InlineData("""[]""", "expected an object")]
    [InlineData("""{"name":"Ines\""", "the body is no JSON")]
    public async Task Is_not_there_afterwards(string body, string because)
    {
        var refused = await Post(Persons, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string)refused["error"]!).Should().Contain(because);
        ((bool)refused["success"]!, refused["data"], refused["additional_data"]).Should().Be((false, null, null));
        Emulator.Persons.Count.Should().Be(0);
    }

    [Fact]
    public async Task Stays_as_it_was_when_one_value_of_a_change_is_wrong()
    {
        var id = Person("Ines Falk");

        var refused = await Patch($"{Persons}/{id}", """{"name":"Ines Maria Falk","owner_id":"4400"}""");

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        Emulator.Persons.Find(id)!["name"].Should().Be("Ines Falk");
    }

    [Theory]
    [InlineData("""{"job_title":"Manager"}""")]
    [InlineData("""{"birthday":"2000-12-31"}""")]
    [InlineData("""{"notes":"Hello"}""")]
    [InlineData("""{"im":[]}""")]
    [InlineData("""{"postal_address":{"value":"1 Main St"}}""")]
    public async Task Holds_what_only_contact_sync_brings(string body)
    {
        var id = Person("Ines Falk");

        var refused = await Patch($"{Persons}/{id}", body);

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        ((string)refused["error"]!).Should().Contain("contact sync");
    }

    [Fact]
    public async Task Comes_as_a_form()
    {
        using var form = new FormUrlEncodedContent([new("name", "Ines")]);

        (await Post(Persons, form)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("GET", "/api/v2/persons/abc", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v2/persons/999", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/v2/persons/999", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v2/persons", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/persons", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/persons/999?include_fields=marketing_status", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/v2/persons/999?include_fields=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v2/persons/999?include_labels=1", HttpStatusCode.BadRequest)]
    public async Task Is_asked_for_in_a_way_that_nobody_serves(string method, string path, HttpStatusCode status)
    {
        (await Send(new HttpMethod(method), path)).Status.Should().Be(status);
    }
}
