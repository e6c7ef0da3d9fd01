using System.Net;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests;

public sealed class The_admin_surface : EmulatorTests
{
    [Theory]
    [InlineData("""{"properties":{"email":"a@example.com"}}""" + "\n" + """{"email":"b@example.com"}""" + "\n")]
    [InlineData(""" [{"email":"a@example.com"}, {"email":"b@example.com"}] """)]
    public async Task Takes_contacts_as_lines_or_as_an_array(string body)
    {
        var imported = await Post("/_emulator/contacts", body);

        ((int)imported["created"]!).Should().Be(2);
        Emulator.Contacts.All.Select(contact => contact["email"]).Should().Equal("a@example.com", "b@example.com");
        Emulator.Contacts.History(Emulator.Contacts.All[0].Id, "email")[0].Source.Should().Be("IMPORT");
    }

    [Fact]
    public async Task Says_which_contacts_it_refused_and_takes_the_others()
    {
        var imported = await Post("/_emulator/contacts", """[{"email":"nobody"},{"email":"b@example.com"}]""");

        imported.Status.Should().Be(HttpStatusCode.MultiStatus);
        ((int)imported["created"]!, (int)imported["failed"]!).Should().Be((1, 1));
        ((string?)imported["failures"]![0]).Should().Contain("nobody");
    }

    [Fact]
    public async Task Gives_all_contacts_as_lines()
    {
        await Post("/_emulator/generate", new { count = 1200, seed = 3 });
        Emulator.Contacts.Archive(Emulator.Contacts.All[0].Id);

        var dump = await Send(HttpMethod.Get, "/_emulator/contacts");
        var lines = (await dump.Message.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(1199);
        ((string?)JsonNode.Parse(lines[^1])!["id"]).Should().Be(Emulator.Contacts.All[^1].Id);
    }

    [Fact]
    public async Task Gives_as_many_more_each_time_it_is_asked()
    {
        await Post("/_emulator/generate", new { count = 20 });
        await Post("/_emulator/generate", new { count = 30 });

        Emulator.Contacts.Count.Should().Be(50);
    }

    [Fact]
    public async Task Edits_as_a_person_would()
    {
        var id = Person("ada@example.com");

        await Patch($"/_emulator/contacts/{id}", new { city = "Leeds" });
        var edited = await Send(HttpMethod.Patch, "/_emulator/contacts", $$$"""{"id":"{{{id}}}","properties":{"zip":"LS1"}}""");
        await Post($"/_emulator/contacts/{id}/archive", null);

        ((int)edited["edited"]!).Should().Be(1);
        var contact = Emulator.Contacts.Find(id)!;
        (contact["city"], contact["zip"], contact.IsArchived).Should().Be(("Leeds", "LS1", true));
        Emulator.Contacts.History(id, "city")[0].Source.Should().Be("CRM_UI");
    }

    [Fact]
    public async Task Counts_requests_but_not_its_own()
    {
        await Get(Contacts);
        await Get($"{Contacts}/999");
        await Get("/crm/v3/nonsense");

        var statistics = await Get("/_emulator/requests");

        ((int)statistics["count"]!).Should().Be(3);
        statistics["byKind"]!.ToJsonString().Should().Be("""{"contacts.get":1,"contacts.list":1,"unknown":1}""");
        statistics["byStatus"]!.ToJsonString().Should().Be("""{"200":1,"404":2}""");
    }

    [Fact]
    public async Task Adds_a_property_without_a_request_of_any_client()
    {
        const string body = """{"name":"tier","label":"Tier","type":"string","fieldType":"text","groupName":"contactinformation"}""";

        var added = await Post("/_emulator/properties", body);
        var again = await Post("/_emulator/properties", body);

        (added.Status, again.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        ((string?)again["message"]).Should().Contain("tier already exists");
        (Emulator.Properties.Find("tier")?.Label, Emulator.RequestCount).Should().Be(("Tier", 0L));
    }

    [Fact]
    public async Task Orders_faults_and_refuses_those_it_does_not_know()
    {
        await Post("/_emulator/faults/next", new { kind = "serverError", pathContains = "/owners" });
        var unknown = await Post("/_emulator/faults/next", new { kind = "earthquake" });

        (await Get("/crm/v3/owners")).Status.Should().Be(HttpStatusCode.InternalServerError);
        unknown.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)unknown["message"]).Should().Contain("earthquake").And.Contain("LostAnswer");
    }

    [Fact]
    public async Task Orders_answers_word_for_word()
    {
        await Post("/_emulator/faults/next", """{"status":423,"body":"{\"status\":\"error\"}","headers":{"Retry-After":"2"},"pathContains":"/owners"}""");

        var reply = await Get("/crm/v3/owners");

        ((int)reply.Status, reply.Header("Retry-After"), (string?)reply["status"]).Should().Be((423, "2", "error"));
    }

    [Fact]
    public async Task Starts_afresh_on_demand()
    {
        Person("ada@example.com");
        await Get(Contacts);

        await Post("/_emulator/reset", null);

        (Emulator.Contacts.Count, Emulator.RequestCount).Should().Be((0, 0L));
        Emulator.Contacts.FindByEmail("ada@example.com").Should().BeNull();
    }

    [Fact]
    public async Task Answers_404_to_what_it_does_not_serve() =>
        (await Get("/_emulator/nonsense")).Status.Should().Be(HttpStatusCode.NotFound);
}
