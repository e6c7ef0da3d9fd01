using System.Net;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class A_search_of_contacts : HighLevelTests
{
    private static readonly object[] ByUpdate = [new { field = "dateUpdated", direction = "asc" }];

    protected override HighLevelEmulatorOptions Options => new() { LimitsEnabled = false };

    [Fact]
    public async Task Shows_a_change_only_after_a_while()
    {
        var id = Person(("firstName", "Mara"), ("email", "mara@example.com"));
        var before = await Search(new { pageLimit = 10 });
        PassTheSearchLag();
        Emulator.Contacts.Update(id, "firstName", "Maria");

        var later = await Search(new { pageLimit = 10 });

        (Ids(before).Count, (int)before["total"]!).Should().Be((0, 0));
        ((string?)later["contacts"]![0]!["firstName"]).Should().Be("Mara");
        ((string?)(await Get($"/contacts/{id}"))["contact"]!["firstName"]).Should().Be("Maria");
    }

    [Fact]
    public async Task Names_some_things_otherwise_than_a_read_does()
    {
        Person(("firstName", "Mara"), ("lastName", "Odin"), ("companyName", "Bluebird Bakery"), ("address1", "1 Mill Street"), ("dateOfBirth", "1990-09-25"));
        PassTheSearchLag();

        var item = (await Search(new { pageLimit = 10 }))["contacts"]![0]!.AsObject();

        ((string?)item["firstNameLowerCase"], (string?)item["lastNameLowerCase"], (string?)item["businessName"], (string?)item["address"])
            .Should().Be(("mara", "odin", "Bluebird Bakery", "1 Mill Street"));
        item.Should().NotContainKey("address1").And.NotContainKey("companyName");
    }

    [Fact]
    public async Task Goes_on_behind_the_last_contact_of_a_page_until_all_were_seen_once()
    {
        var all = Enumerable.Range(0, 25).Select(number =>
        {
            Time.Advance(number % 3 is 0 ? Duration.Zero : Duration.FromMilliseconds(1));
            return Person(("firstName", $"C{number}"), ("email", $"c{number}@example.com"));
        }).ToList();
        PassTheSearchLag();

        var seen = await ReadAll(10);

        seen.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(all);
        var (kept, last) = (await Search(new { pageLimit = 25, sort = ByUpdate }), await Search(new { pageLimit = 1, sort = new[] { new { field = "dateUpdated", direction = "desc" } } }));
        Ids(kept).Should().Equal(seen);
        Ids(last).Should().Equal(seen[^1]);
    }

    [Fact]
    public async Task Finds_what_changed_since_a_time()
    {
        var early = Person(("firstName", "Early"));
        Time.Advance(Duration.FromMinutes(10));
        var since = Time.GetCurrentInstant();
        var late = Person(("firstName", "Late"));
        Emulator.Contacts.Update(early, "city", "Leeds");
        Time.Advance(Duration.FromMinutes(10));
        Person(("firstName", "Later"));
        PassTheSearchLag();

        var range = new { gte = since.ToString(), lt = (since + Duration.FromMinutes(10)).ToString() };
        var found = await Search(new { pageLimit = 10, filters = new[] { new { field = "dateUpdated", @operator = "range", value = range } }, sort = ByUpdate });

        Ids(found).Should().BeEquivalentTo([early, late]);
        ((int)found["total"]!).Should().Be(2);
    }

    [Theory]
    [InlineData("""[{"field":"email","operator":"eq","value":"MARA@example.com"}]""", "Mara")]
    [InlineData("""[{"field":"phone","operator":"eq","value":"+12125550123"}]""", "Ivo")]
    [InlineData("""[{"field":"email","operator":"not_eq","value":"mara@example.com"}]""", "Ivo,Nils")]
    [InlineData("""[{"field":"firstNameLowerCase","operator":"contains","value":"ar"}]""", "Mara")]
    [InlineData("""[{"field":"firstNameLowerCase","operator":"not_contains","value":"ar"}]""", "Ivo,Nils")]
    [InlineData("""[{"field":"phone","operator":"exists"}]""", "Ivo")]
    [InlineData("""[{"field":"phone","operator":"not_exists"}]""", "Mara,Nils")]
    [InlineData("""[{"field":"tags","operator":"eq","value":"vip"}]""", "Mara,Nils")]
    [InlineData("""[{"field":"dnd","operator":"eq","value":true}]""", "Nils")]
    [InlineData("""[{"field":"dndSettings.Call.status","operator":"eq","value":"active"}]""", "Ivo")]
    [InlineData("""[{"field":"tags","operator":"eq","value":"vip"},{"field":"email","operator":"exists"}]""", "Mara")]
    [InlineData("""[{"group":"OR","filters":[{"field":"email","operator":"exists"},{"field":"dnd","operator":"eq","value":true}]}]""", "Mara,Nils")]
    [InlineData("""[{"group":"OR","filters":[{"group":"AND","filters":[{"field":"tags","operator":"eq","value":"vip"},{"field":"email","operator":"not_exists"}]},{"field":"phone","operator":"exists"}]}]""", "Ivo,Nils")]
    [InlineData("[]", "Ivo,Mara,Nils")]
    public async Task Finds_what_its_filters_say(string filters, string names)
    {
        Person(("firstName", "Mara"), ("email", "mara@example.com"), ("tags", "vip"));
        Person(("firstName", "Ivo"), ("phone", "+12125550123"), ("dndSettings.Call.status", "active"));
        Person(("firstName", "Nils"), ("tags", "vip,new"), ("dnd", "true"));
        PassTheSearchLag();

        var found = await Search(new { pageLimit = 10, filters = JsonNode.Parse(filters) });

        string.Join(',', found["contacts"]!.AsArray().Select(contact => (string)contact!["firstName"]!).Order()).Should().Be(names);
        ((int)found["total"]!).Should().Be(names.Split(',').Length);
    }

    [Fact]
    public async Task Finds_words_anywhere()
    {
        Person(("firstName", "Mara"), ("companyName", "Bluebird Bakery"));
        Person(("firstName", "Ivo"));
        PassTheSearchLag();

        var found = await Search(new { pageLimit = 10, query = "bluebird" });

        (Ids(found).Count, (int)found["total"]!).Should().Be((1, 1));
    }

    [Theory]
    [InlineData("{}", "pageLimit")]
    [InlineData("""{"pageLimit":501}""", "pageLimit")]
    [InlineData("""{"pageLimit":0}""", "pageLimit")]
    [InlineData("""{"pageLimit":"10"}""", "pageLimit")]
    [InlineData("""{"pageLimit":1.5}""", "pageLimit")]
    [InlineData("""{"pageLimit":500,"page":21}""", "page")]
    [InlineData("""{"pageLimit":500,"page":2147483647}""", "page")]
    [InlineData("""{"pageLimit":10,"page":0}""", "page")]
    [InlineData("""{"pageLimit":10,"page":"1"}""", "page")]
    [InlineData("""{"pageLimit":10,"page":1,"searchAfter":[1,"a"]}""", "searchAfter")]
    [InlineData("""{"pageLimit":10,"searchAfter":[1,2]}""", "searchAfter")]
    [InlineData("""{"pageLimit":10,"searchAfter":"next"}""", "searchAfter")]
    [InlineData("""{"pageLimit":10,"filters":{}}""", "filters")]
    [InlineData("""{"pageLimit":10,"filters":["email"]}""", "filters")]
    [InlineData("""{"pageLimit":10,"filters":[{"operator":"eq","value":"1"}]}""", "field")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"email","operator":"like","value":"1"}]}""", "operator")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"email","operator":"eq","value":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}""", "75")]
    [InlineData("""{"pageLimit":10,"query":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "75")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"dateUpdated","operator":"range"}]}""", "range")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"dateUpdated","operator":"range","value":"today"}]}""", "range")]
    [InlineData("""{"pageLimit":10,"sort":[{"field":"dateUpdated","direction":"asc"}],"filters":[{"field":"dateUpdated","operator":"range","value":"today"}]}""", "range")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"dateUpdated","operator":"range","value":{"gte":"today"}}]}""", "date")]
    [InlineData("""{"pageLimit":10,"filters":[{"field":"dateUpdated","operator":"range","value":{"from":"2026-03-01T00:00:00Z"}}]}""", "from")]
    [InlineData("""{"pageLimit":10,"filters":[{"group":"XOR","filters":[]}]}""", "group")]
    [InlineData("""{"pageLimit":10,"sort":[{"field":"nonsense"}]}""", "sort")]
    [InlineData("""{"pageLimit":10,"sort":["dateAdded"]}""", "sort")]
    public async Task Is_refused_with_a_list_of_what_is_wrong(string search, string named)
    {
        Person(("firstName", "Mara"));
        PassTheSearchLag();

        var refused = await Search(JsonNode.Parse(search)!);

        refused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        Messages(refused).Should().Contain(message => message.Contains(named));
    }

    [Fact]
    public async Task Needs_a_location() =>
        Messages(await Post("/contacts/search", new { pageLimit = 10 })).Should().Contain(message => message.Contains("locationId"));

    [Fact]
    public async Task Counts_pages_no_further_than_ten_thousand_contacts_and_goes_on_without_a_number()
    {
        Emulator.Contacts.Generate(10_500);
        PassTheSearchLag();

        var last = await Search(new { pageLimit = 500, page = 20 });
        var beyond = await Search(new { pageLimit = 500, page = 21 });
        var seen = await ReadAll(500);

        (Ids(last).Count, (int)last["total"]!, beyond.Status).Should().Be((500, 10_500, HttpStatusCode.UnprocessableEntity));
        seen.Should().HaveCount(10_500).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Forgets_the_deleted_when_it_hears_of_it()
    {
        var id = Person(("firstName", "Mara"));
        PassTheSearchLag();
        Emulator.Contacts.Delete(id);
        var still = await Search(new { pageLimit = 10 });
        PassTheSearchLag();

        var found = await Search(new { pageLimit = 10 });

        (Ids(still).Count, Ids(found).Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task Of_the_deprecated_kind_goes_on_behind_a_time_and_an_id()
    {
        for (var number = 0; number < 5; number++)
            Person(("firstName", $"C{number}"));
        PassTheSearchLag();

        var first = await Get($"/contacts/?locationId={Location}&limit=3");
        var second = await Get($"/contacts/?locationId={Location}&limit=3&startAfter={first["meta"]!["startAfter"]}&startAfterId={first["meta"]!["startAfterId"]}");
        var tooMany = await Get($"/contacts/?locationId={Location}&limit=101");

        (Ids(first).Count, Ids(second).Count, tooMany.Status).Should().Be((3, 2, HttpStatusCode.UnprocessableEntity));
        Ids(first).Concat(Ids(second)).Should().OnlyHaveUniqueItems();
        ((int)first["meta"]!["total"]!).Should().Be(5);
    }

    private async Task<List<string?>> ReadAll(int pageLimit)
    {
        List<string?> seen = [];
        JsonNode? searchAfter = null;
        while (true)
        {
            var page = await Search(searchAfter is null ? (object)new { pageLimit, sort = ByUpdate } : new { pageLimit, sort = ByUpdate, searchAfter });
            seen.AddRange(Ids(page));
            if (Ids(page).Count < pageLimit)
                return seen;
            searchAfter = page["contacts"]!.AsArray()[^1]!["searchAfter"]!.DeepClone();
        }
    }
}
