using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests;

public sealed class A_search : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new() { SearchLimit = 100 };

    [Fact]
    public async Task Sees_the_account_as_it_was_before_the_lag()
    {
        var id = Person("ada@example.com", ("city", "Leeds"));
        var tooEarly = await Search(Where("city", "EQ", "Leeds"));
        PassTheSearchLag();
        Emulator.Contacts.Update(id, "city", "Lyon");
        var stale = await Search(Where("city", "EQ", "Leeds"));
        PassTheSearchLag();
        var late = await Search(Where("city", "EQ", "Leeds"));

        Total(tooEarly).Should().Be(0);
        Total(stale).Should().Be(1);
        ((string?)stale["results"]![0]!["properties"]!["lastmodifieddate"]).Should().Be("2026-11-02T15:00:00.000Z");
        Total(late).Should().Be(0);
    }

    [Fact]
    public async Task Never_shows_archived_contacts()
    {
        Emulator.Contacts.Archive(Person("ada@example.com"));
        PassTheSearchLag();

        Total(await Search(new { })).Should().Be(0);
    }

    [Fact]
    public async Task Finds_everything_when_the_filter_is_misspelt()
    {
        Person("ada@example.com");
        Person("bea@example.com");
        PassTheSearchLag();

        var found = await Search(new { filterGroup = new[] { new { filters = new[] { new { propertyName = "email", @operator = "EQ", value = "ada@example.com" } } } } });

        Total(found).Should().Be(2);
    }

    [Theory]
    [InlineData("email", "EQ", "ADA@example.com", "ada")]
    [InlineData("email", "NEQ", "ada@example.com", "bea", "cy")]
    [InlineData("hs_lead_status", "EQ", "NEW", "ada")]
    [InlineData("hs_lead_status", "EQ", "new")]
    [InlineData("hs_lead_status", "HAS_PROPERTY", null, "ada", "bea")]
    [InlineData("hs_lead_status", "NOT_HAS_PROPERTY", null, "cy")]
    [InlineData("company", "CONTAINS_TOKEN", "bakery", "ada", "bea")]
    [InlineData("company", "CONTAINS_TOKEN", "blue*", "ada")]
    [InlineData("company", "NOT_CONTAINS_TOKEN", "bakery", "cy")]
    [InlineData("lastmodifieddate", "GTE", "1793631660000", "bea", "cy")]
    [InlineData("lastmodifieddate", "GT", "1793631660000", "cy")]
    [InlineData("lastmodifieddate", "LT", "1793631660000", "ada")]
    [InlineData("lastmodifieddate", "LTE", "2026-11-02T15:01:00.000Z", "ada", "bea")]
    [InlineData("hs_object_id", "GT", "101", "bea", "cy")]
    [InlineData("hs_searchable_calculated_phone_number", "EQ", "2125550123", "ada")]
    [InlineData("hs_searchable_calculated_phone_number", "EQ", "3023125001", "bea")]
    public async Task Compares(string property, string comparison, string? value, params string[] found)
    {
        ThreeContacts();

        var reply = await Search(Where(property, comparison, value));

        Names(reply).Should().Equal(found);
    }

    [Fact]
    public async Task Joins_filters_by_and_and_groups_by_or_and_takes_lists_and_ranges()
    {
        ThreeContacts();

        var groups = await Search(new
        {
            filterGroups = new[]
            {
                new { filters = new object[] { Filter("company", "CONTAINS_TOKEN", "bakery"), Filter("hs_lead_status", "EQ", "OPEN") } },
                new { filters = new object[] { Filter("firstname", "EQ", "CY") } },
            },
        });
        var upperCase = await Search(Where(new { propertyName = "firstname", @operator = "IN", values = new[] { "Ada" } }));
        var lowerCase = await Search(Where(new { propertyName = "firstname", @operator = "IN", values = new[] { "ada", "cy" } }));
        var between = await Search(Where(new { propertyName = "lastmodifieddate", @operator = "BETWEEN", value = "1793631600000", highValue = "1793631660000" }));

        Names(groups).Should().Equal("bea", "cy");
        Names(upperCase).Should().BeEmpty("the values of a text property have to be in lower case");
        Names(lowerCase).Should().Equal("ada", "cy");
        Names(between).Should().Equal("ada", "bea");
    }

    [Fact]
    public async Task Sorts_by_one_rule_and_pages_by_offset()
    {
        ThreeContacts();

        var first = await Search(new { sorts = new[] { new { propertyName = "lastmodifieddate", direction = "DESCENDING" } }, limit = 2 });
        var second = await Search(new { sorts = new[] { new { propertyName = "lastmodifieddate", direction = "DESCENDING" } }, limit = 2, after = "2" });

        Names(first).Should().Equal("cy", "bea");
        ((string?)first["paging"]!["next"]!["after"]).Should().Be("2");
        Names(second).Should().Equal("ada");
        second["paging"].Should().BeNull();
        Total(second).Should().Be(3);
    }

    [Fact]
    public async Task Reaches_ten_thousand_results_and_no_further()
    {
        Emulator.Contacts.CreateMany(SampleContacts.Generate(10_010).Select(person => person.ToHubSpotProperties()));
        PassTheSearchLag();

        var last = await Search(new { limit = 200, after = "9800" });
        var beyond = await Search(new { limit = 200, after = "9801" });

        last.Status.Should().Be(HttpStatusCode.OK);
        Total(last).Should().Be(10_010);
        beyond.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_refused_when_it_is_too_big()
    {
        object[] filters = [.. Enumerable.Range(1, 7).Select(_ => Filter("city", "EQ", "Leeds"))];

        (await Search(new { limit = 201 })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Search(new { query = new string('x', 3_000) })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Search(new { filterGroups = new[] { new { filters } } })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Search(Where("nonsense", "EQ", "1"))).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Takes_free_text()
    {
        ThreeContacts();

        Names(await Search(new { query = "blue" })).Should().Equal("ada");
        Names(await Search(new { query = "bea@example.com" })).Should().Equal("bea");
    }

    private void ThreeContacts()
    {
        Person("ada@example.com", ("firstname", "ada"), ("company", "Blue Bakery"), ("hs_lead_status", "NEW"), ("phone", "+1 (212) 555-0123"));
        Time.Advance(Duration.FromMinutes(1));
        Person("bea@example.com", ("firstname", "bea"), ("company", "Red Bakery"), ("hs_lead_status", "OPEN"), ("phone", "+49 30 23125 001"));
        Time.Advance(Duration.FromMinutes(1));
        Person("cy@example.com", ("firstname", "cy"), ("company", "Lamps"));
        PassTheSearchLag();
    }

    private static object Where(string property, string comparison, string? value) => Where(Filter(property, comparison, value));

    private static object Where(object filter) => new { filterGroups = new[] { new { filters = new[] { filter } } } };

    private static object Filter(string property, string comparison, string? value) => value is null
        ? new { propertyName = property, @operator = comparison }
        : new { propertyName = property, @operator = comparison, value };

    private static List<string?> Names(Reply reply) =>
        [.. reply["results"]!.AsArray().Select(one => ((string?)one!["properties"]!["email"])!.Split('@')[0])];

    private static int Total(Reply reply) => (int)reply["total"]!;
}
