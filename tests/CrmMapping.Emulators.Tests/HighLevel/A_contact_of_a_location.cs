using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class A_contact_of_a_location : HighLevelTests
{
    protected override HighLevelEmulatorOptions Options => new()
    {
        Fields = [new("Tier", "SINGLE_OPTIONS") { Id = "cfTier00000000000000", Options = ["Gold", "Silver"] }, new("Visits", "NUMERICAL") { Id = "cfVisits000000000000" }],
    };

    [Fact]
    public async Task Is_created_with_field_values_and_read_with_values()
    {
        var created = await Create(new
        {
            firstName = "Mara", lastName = "Odin", phone = "(212) 555-0123", country = "US", tags = new[] { "vip" },
            customFields = new object[] { new { id = "cfTier00000000000000", field_value = "Gold" }, new { id = "cfVisits000000000000", fieldValue = 3 } },
        });
        var read = await Get($"/contacts/{created["contact"]!["id"]}");

        (created.Status, read.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK));
        var contact = read["contact"]!;
        ((string?)contact["firstName"], (string?)contact["phone"], (string?)contact["locationId"]).Should().Be(("Mara", "+12125550123", Location));
        contact["customFields"]!.ToJsonString().Should().Be("""[{"id":"cfTier00000000000000","value":"Gold"},{"id":"cfVisits000000000000","value":3}]""");
        contact["tags"]!.ToJsonString().Should().Be("""["vip"]""");
        ((string?)contact["dateAdded"]).Should().Be("2026-11-02T15:00:00.000Z");
    }

    [Theory]
    [InlineData("1990-09-25")]
    [InlineData("1990/09/25")]
    [InlineData("09/25/1990")]
    [InlineData("09-25-1990")]
    [InlineData("1990.09.25")]
    [InlineData("09_25_1990")]
    public async Task Has_a_date_of_birth_that_create_shows_with_a_time_and_get_without(string written)
    {
        var created = (await Create(new { firstName = "Mara", dateOfBirth = written }))["contact"]!;
        var read = (await Get($"/contacts/{created["id"]}"))["contact"]!;

        ((string?)created["dateOfBirth"], (string?)read["dateOfBirth"]).Should().Be(("1990-09-25T00:00:00.000Z", "1990-09-25"));
    }

    [Theory]
    [InlineData("+1 888-888-8888", "+18888888888")]
    [InlineData("(888) 888-8888", "+18888888888")]
    [InlineData("1 888 888 8888", "+18888888888")]
    [InlineData("+44 20 7946 0123", "+442079460123")]
    public async Task Has_a_phone_that_comes_back_in_international_form(string written, string read)
    {
        var created = await Create(new { firstName = "Mara", phone = written });

        ((string?)created["contact"]!["phone"]).Should().Be(read);
    }

    [Fact]
    public async Task Keeps_what_an_update_does_not_name_and_loses_what_it_nulls_and_all_its_other_tags()
    {
        var id = Person(("firstName", "Mara"), ("city", "Leeds"), ("tags", "vip,new"), ("cfTier00000000000000", "Gold"));

        var updated = await Put($"/contacts/{id}", new { city = (string?)null, state = "AL", tags = new[] { "new" } });

        (updated.Status, (bool)updated["succeded"]!).Should().Be((HttpStatusCode.OK, true));
        var contact = (await Get($"/contacts/{id}"))["contact"]!;
        ((string?)contact["firstName"], (string?)contact["city"], (string?)contact["state"]).Should().Be(("Mara", null, "AL"));
        contact["tags"]!.ToJsonString().Should().Be("""["new"]""");
        contact["customFields"]!.ToJsonString().Should().Be("""[{"id":"cfTier00000000000000","value":"Gold"}]""");
    }

    [Fact]
    public async Task Is_blocked_on_a_channel_by_what_is_called_active()
    {
        var id = Person(("firstName", "Mara"));

        await Put($"/contacts/{id}", new { dndSettings = new { Call = new { status = "active", message = "asked us", code = "101" } } });
        await Put($"/contacts/{id}", new { dndSettings = new { SMS = new { status = "inactive" } } });

        (await Get($"/contacts/{id}"))["contact"]!["dndSettings"]!.ToJsonString().Should()
            .Be("""{"Call":{"status":"active","message":"asked us","code":"101"},"SMS":{"status":"inactive"}}""");
        Emulator.Contacts.Find(id)!["dndSettings.Call.status"].Should().Be("active");
    }

    [Theory]
    [InlineData("""{"firstName":5}""", "firstName")]
    [InlineData("""{"country":"Denmark"}""", "country")]
    [InlineData("""{"country":null}""", "country")]
    [InlineData("""{"dateOfBirth":"25 September"}""", "dateOfBirth")]
    [InlineData("""{"dateOfBirth":"19900925"}""", "dateOfBirth")]
    [InlineData("""{"tags":"vip"}""", "tags")]
    [InlineData("""{"dnd":"yes"}""", "dnd")]
    [InlineData("""{"dndSettings":{"Call":{"status":"on"}}}""", "dndSettings")]
    [InlineData("""{"dndSettings":{"Pigeon":{"status":"active"}}}""", "dndSettings")]
    [InlineData("""{"inboundDndSettings":"all"}""", "inboundDndSettings")]
    [InlineData("""{"inboundDndSettings":{"all":{"status":"permanent"}}}""", "inboundDndSettings")]
    [InlineData("""{"customFields":{}}""", "customFields")]
    [InlineData("""{"customFields":["cfTier00000000000000"]}""", "customFields")]
    [InlineData("""{"nonsense":"1"}""", "nonsense")]
    [InlineData("""{"locationId":"locQ1emulator00000000"}""", "locationId")]
    [InlineData("""{"companyName":"Bluebird Bakery"}""", "companyName")]
    [InlineData("""{"email":"nobody"}""", "email")]
    public async Task Refuses_an_update_with_a_list_of_what_is_wrong(string body, string named)
    {
        var id = Person(("firstName", "Mara"));

        var refused = await Put($"/contacts/{id}", body);

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        ((int)refused["statusCode"]!, (string?)refused["error"]).Should().Be((422, "Unprocessable Entity"));
        Messages(refused).Should().ContainSingle().Which.Should().Contain(named);
        Emulator.Contacts.Find(id)!.Properties.Should().Contain("firstName", "Mara").And.NotContainKey("companyName");
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_at_once_and_keeps_none_of_it()
    {
        var refused = await Create(new { firstName = 5, country = "Denmark", city = "Leeds" });

        Messages(refused).Should().HaveCount(2);
        Emulator.Contacts.Count.Should().Be(0);
    }

    [Theory]
    [InlineData("not json at all", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"firstName":"Mara"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Is_not_created_from_a_body_that_names_no_location(string body, HttpStatusCode status) =>
        (await Post("/contacts/", body)).Status.Should().Be(status);

    [Fact]
    public async Task Of_another_location_is_forbidden() =>
        (await Post("/contacts/", new { locationId = "locQ1another000000000", firstName = "Mara" })).Status.Should().Be(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Is_gone_once_it_was_deleted()
    {
        var id = Person(("firstName", "Mara"), ("email", "mara@example.com"));

        var deleted = await Delete($"/contacts/{id}");
        var again = new[] { await Get($"/contacts/{id}"), await Put($"/contacts/{id}", new { city = "Leeds" }), await Delete($"/contacts/{id}") };

        (deleted.Status, (bool)deleted["succeded"]!).Should().Be((HttpStatusCode.OK, true));
        again.Select(reply => reply.Status).Should().AllBeEquivalentTo(HttpStatusCode.BadRequest);
        ((string?)again[0]["message"]).Should().Be($"Contact with id {id} not found");
        (await Create(new { email = "mara@example.com" })).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Takes_the_name_of_a_company_when_it_is_new_only()
    {
        var created = await Create(new { firstName = "Mara", companyName = "Bluebird Bakery", gender = "female" });

        ((string?)created["contact"]!["companyName"]).Should().Be("Bluebird Bakery");
    }

    [Fact]
    public async Task Has_a_user_to_whom_it_is_assigned_until_that_is_nulled()
    {
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        var created = (await Create(new { firstName = "Mara", assignedTo = lee }))["contact"]!;

        var freed = await Put($"/contacts/{created["id"]}", new { assignedTo = (string?)null });
        var refused = await Put($"/contacts/{created["id"]}", new { assignedTo = "nobody" });

        ((string?)created["assignedTo"], (string?)freed["contact"]!["assignedTo"], refused.Status).Should().Be((lee, null, HttpStatusCode.UnprocessableEntity));
    }
}
