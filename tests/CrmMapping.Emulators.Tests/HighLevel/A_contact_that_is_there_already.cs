using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class A_contact_that_is_there_already : HighLevelTests
{
    [Theory]
    [InlineData("MARA@example.com", null, "email")]
    [InlineData(null, "212-555-0123", "phone")]
    public async Task Is_named_when_another_like_it_is_created(string? email, string? phone, string field)
    {
        var mara = Person(("firstName", "Mara"), ("lastName", "Odin"), ("email", "mara@example.com"), ("phone", "+12125550123"));

        var refused = await Create(new { firstName = "Twin", email, phone });

        (refused.Status, (int)refused["statusCode"]!).Should().Be((HttpStatusCode.BadRequest, 400));
        ((string?)refused["message"]).Should().Be("This location does not allow duplicated contacts.");
        refused["meta"]!.ToJsonString().Should().Be($$"""{"contactId":"{{mara}}","contactName":"mara odin","matchingField":"{{field}}"}""");
        Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact]
    public async Task Keeps_another_from_taking_its_address()
    {
        var mara = Person(("email", "mara@example.com"));
        var ivo = Person(("email", "ivo@example.com"));

        var refused = await Put($"/contacts/{ivo}", new { email = "mara@example.com" });

        (refused.Status, (string?)refused["meta"]!["contactId"]).Should().Be((HttpStatusCode.BadRequest, mara));
        Emulator.Contacts.Find(ivo)!["email"].Should().Be("ivo@example.com");
    }

    [Fact]
    public async Task Is_updated_by_an_upsert_that_finds_it()
    {
        var mara = Person(("firstName", "Mara"), ("email", "mara@example.com"), ("tags", "vip"));

        var upserted = await Upsert(new { email = "Mara@example.com", city = "Leeds", companyName = "Bluebird Bakery", tags = new[] { "new" } });

        (upserted.Status, (bool)upserted["new"]!, (string?)upserted["contact"]!["id"]).Should().Be((HttpStatusCode.OK, false, mara));
        upserted["traceId"].Should().NotBeNull();
        var contact = Emulator.Contacts.Find(mara)!;
        (contact["firstName"], contact["city"], contact["companyName"], contact["tags"]).Should().Be(("Mara", "Leeds", "Bluebird Bakery", "new"));
    }

    [Fact]
    public async Task Is_created_by_an_upsert_that_finds_none()
    {
        var upserted = await Upsert(new { phone = "212 555 0123", firstName = "Mara" });

        (upserted.Status, (bool)upserted["new"]!).Should().Be((HttpStatusCode.OK, true));
        Emulator.Contacts.Find((string)upserted["contact"]!["id"]!)!["phone"].Should().Be("+12125550123");
    }

    [Fact]
    public async Task Wins_by_the_first_key_and_the_other_key_is_not_written()
    {
        var byEmail = Person(("email", "mara@example.com"), ("phone", "+12125550100"));
        var byPhone = Person(("email", "ivo@example.com"), ("phone", "+12125550123"));

        var upserted = await Upsert(new { email = "mara@example.com", phone = "+12125550123", city = "Leeds" });

        ((bool)upserted["new"]!, (string?)upserted["contact"]!["id"]).Should().Be((false, byEmail));
        var (first, second) = (Emulator.Contacts.Find(byEmail)!, Emulator.Contacts.Find(byPhone)!);
        (first["phone"], first["city"], second["phone"], second["city"]).Should().Be(("+12125550100", "Leeds", "+12125550123", null));
    }

    [Theory]
    [InlineData("number=%2B12125550123", true)]
    [InlineData("email=MARA%40example.com", true)]
    [InlineData("number=%2B12125550199", false)]
    public async Task Is_found_by_number_or_address(string query, bool isFound)
    {
        var mara = Person(("email", "mara@example.com"), ("phone", "+12125550123"));

        var found = await Get($"/contacts/search/duplicate?locationId={Location}&{query}");

        (found.Status, (string?)found["contact"]?["id"]).Should().Be((HttpStatusCode.OK, isFound ? mara : null));
    }
}

public sealed class A_contact_that_is_there_already_by_its_phone_first : HighLevelTests
{
    protected override HighLevelEmulatorOptions Options => new() { DuplicateKeys = ["phone", "email"] };

    [Fact]
    public async Task Wins_by_the_first_key_in_the_order_of_the_location()
    {
        Person(("email", "mara@example.com"), ("phone", "+12125550100"));
        var byPhone = Person(("email", "ivo@example.com"), ("phone", "+12125550123"));

        var upserted = await Upsert(new { email = "mara@example.com", phone = "+12125550123" });

        ((string?)upserted["contact"]!["id"]).Should().Be(byPhone);
        Emulator.Contacts.Find(byPhone)!["email"].Should().Be("ivo@example.com");
    }
}

public sealed class A_location_that_allows_duplicates : HighLevelTests
{
    protected override HighLevelEmulatorOptions Options => new() { AllowsDuplicates = true };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Updates_the_one_it_finds_unless_the_upsert_says_to_create(bool createNewIfDuplicateAllowed)
    {
        var mara = Person(("email", "mara@example.com"));

        var upserted = await Upsert(new { email = "mara@example.com", createNewIfDuplicateAllowed });

        ((bool)upserted["new"]!, (string?)upserted["contact"]!["id"] == mara).Should().Be((createNewIfDuplicateAllowed, !createNewIfDuplicateAllowed));
    }

    [Fact]
    public async Task Takes_twins_and_says_so()
    {
        Person(("email", "mara@example.com"));

        (await Create(new { email = "mara@example.com" })).Status.Should().Be(HttpStatusCode.Created);
        ((bool)(await Get($"/locations/{Location}"))["location"]!["settings"]!["allowDuplicateContact"]!).Should().BeTrue();
    }
}
