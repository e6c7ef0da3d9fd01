using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class A_contact_over_the_api : EmulatorTests
{
    [Theory]
    [InlineData("/crm/v3/objects/contacts")]
    [InlineData("/crm/v3/objects/0-1")]
    [InlineData("/crm/objects/2026-09/contacts")]
    public async Task Is_created_read_changed_and_archived_on_both_generations_of_paths(string contacts)
    {
        var created = await Post(contacts, new { properties = new { email = "Ada@Example.com", firstname = "Ada" } });
        var id = (string)created["id"]!;
        var changed = await Patch($"{contacts}/{id}", new { properties = new { firstname = "Augusta" } });
        var archived = await Delete($"{contacts}/{id}");
        var gone = await Get($"{contacts}/{id}");
        var inBin = await Get($"{contacts}/{id}?archived=true&properties=email,firstname,nonsense");

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Property("email").Should().Be("ada@example.com");
        changed.Property("firstname").Should().Be("Augusta");
        archived.Status.Should().Be(HttpStatusCode.NoContent);
        gone.Status.Should().Be(HttpStatusCode.NotFound);
        inBin.Property("firstname").Should().Be("Augusta");
        inBin["archivedAt"].Should().NotBeNull();
        inBin["properties"]!.AsObject().ContainsKey("nonsense").Should().BeFalse("unknown names are dropped without a word");
    }

    [Fact]
    public async Task Shows_the_default_properties_and_null_for_empty_ones()
    {
        var id = Person("ada@example.com");

        var read = await Get($"{Contacts}/{id}");

        read["properties"]!.AsObject().Select(pair => pair.Key).Should()
            .Equal("createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname");
        read.Property("lastname").Should().BeNull();
        read.Property("hs_object_id").Should().Be(id);
        read.Property("createdate").Should().Be("2026-11-02T15:00:00.000Z");
    }

    [Fact]
    public async Task Is_found_by_its_address_and_keeps_its_history()
    {
        var id = Person("ada@example.com", ("firstname", "Ada"));
        Time.Advance(NodaTime.Duration.FromMinutes(1));
        await Patch($"{Contacts}/ADA@example.com?idProperty=email", new { properties = new { firstname = "Augusta" } });

        var read = await Get($"{Contacts}/{id}?propertiesWithHistory=firstname");

        var history = read["propertiesWithHistory"]!["firstname"]!.AsArray();
        history.Select(version => (string?)version!["value"]).Should().Equal("Augusta", "Ada");
        history.Select(version => (string?)version!["sourceType"]).Should().Equal("INTEGRATION", "CRM_UI");
        read.Property("lastmodifieddate").Should().Be("2026-11-02T15:01:00.000Z");
    }

    [Fact]
    public async Task Is_listed_in_pages_whose_token_is_opaque()
    {
        var ids = Enumerable.Range(1, 25).Select(n => Person($"c{n}@example.com")).ToList();
        var seen = new List<string?>();
        var next = $"{Contacts}?limit=10";
        for (var pages = 0; next is not null; pages++)
        {
            pages.Should().BeLessThan(3);
            var page = await Get(next);
            seen.AddRange(page.Ids);
            next = page["paging"] is { } paging ? $"{Contacts}?limit=10&after={paging["next"]!["after"]}" : null;
        }

        seen.Should().Equal(ids);
        (await Get($"{Contacts}?limit=101")).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}
