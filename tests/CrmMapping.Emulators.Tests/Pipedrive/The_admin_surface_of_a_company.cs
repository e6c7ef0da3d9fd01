using System.Net;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class The_admin_surface_of_a_company : PipedriveTests
{
    protected override PipedriveEmulatorOptions Options => new() { Fields = [new("Tier", "enum") { Code = Tier, Options = [new(31, "Gold")] }] };

    [Fact]
    public async Task Takes_shows_edits_and_archives_contacts_by_pipedrives_names()
    {
        var imported = await Post("/_emulator/contacts", """{"name":"Ines Falk","email":"ines@example.org","phone.mobile":"555 0101"}""" + "\n");
        var id = Emulator.Persons.All[0].Id;
        await Patch($"/_emulator/contacts/{id}", new { phone = "555 0100", last_name = "Berg", Tier = "31" });
        var shown = await Get($"/_emulator/contacts/{id}");
        await Post($"/_emulator/contacts/{id}/archive", "{}");

        ((int)imported["created"]!).Should().Be(1);
        Shows(shown.Body, $$$"""
            {"id":"{{{id}}}","archived":false,"modifiedAt":"2026-11-02T15:00:00Z","properties":{"name":"Ines Berg","first_name":"Ines","last_name":"Berg","owner_id":"4400",
             "email":"ines@example.org","email.work":"ines@example.org","phone":"555 0100","phone.mobile":"555 0100","{{{Tier}}}":"31"}}
            """);
        Emulator.Persons.Find(id)!.IsDeleted.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"name":"Ines","nonsense":"1"}""")]
    [InlineData("""{"name":"Ines","Tier":"Gold"}""")]
    [InlineData("""{"name":"Ines","Tier":"99"}""")]
    [InlineData("""{"name":"Ines","owner_id":"me"}""")]
    public async Task Says_which_contacts_it_refused_and_takes_the_others(string bad)
    {
        var imported = await Post("/_emulator/contacts", $$"""[{{bad}},{"name":"Jan"}]""");

        imported.Status.Should().Be(HttpStatusCode.MultiStatus);
        ((int)imported["created"]!, (int)imported["failed"]!).Should().Be((1, 1));
        Emulator.Persons.All.Select(person => person["name"]).Should().Equal("Jan");
    }

    [Fact]
    public async Task Invents_contacts_and_gives_all_as_lines()
    {
        await Post("/_emulator/generate", new { count = 600, seed = 3 });
        await Post("/_emulator/generate", new { count = 600, seed = 3 });

        var dump = await Get("/_emulator/contacts");
        var lines = (await dump.Message.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(1200);
        ((string?)JsonNode.Parse(lines[^1])!["id"]).Should().Be($"{Emulator.Persons.All[^1].Id}");
        Emulator.Persons.All.Select(person => person["email"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Orders_faults_limits_users_and_fields_and_counts_requests()
    {
        await Post("/_emulator/faults/next", new { kind = "serverError", pathContains = "/users" });
        var owner = await Post("/_emulator/owners", new { email = "lee@example.com", firstName = "Lee", lastName = "Ng" });
        await Post("/_emulator/properties", new { label = "Line", type = "enum", options = new[] { "Wireless" } });
        await Send(HttpMethod.Put, "/_emulator/limits", new { enabled = false });

        (await Get("/api/v1/users")).Status.Should().Be(HttpStatusCode.InternalServerError);
        Emulator.Users.All[1].Should().Be(new PipedriveUser(long.Parse((string)owner["id"]!), "lee@example.com", "Lee Ng"));
        Emulator.Fields.Find("Line")!.Options.Select(option => option.Label).Should().Equal("Wireless");
        Emulator.LimitsEnabled.Should().BeFalse();
        var statistics = await Get("/_emulator/requests");
        ((int)statistics["count"]!, (int)statistics["byStatus"]!["500"]!).Should().Be((1, 1));
    }

    [Fact]
    public async Task Has_paths_of_its_own_for_merges_users_tokens_and_the_day()
    {
        var (kept, gone) = (Person("A"), Person("B"));
        var lee = Emulator.Users.Add("lee@example.com", "Lee Ng").Id;

        await Post("/_emulator/contacts/merge", new { survivor = $"{kept}", loser = $"{gone}" });
        await Post($"/_emulator/owners/{lee}/deactivate", "{}");
        await Post("/_emulator/tokens/spend", new { tokens = 300_000 });
        var word = (string?)(await Post("/_emulator/oauth/refresh-token", "{}"))["refresh_token"];
        var wrong = await Post("/_emulator/contacts/merge", new { survivor = "x", loser = $"{gone}" });

        Emulator.Persons.Find(gone)!.Id.Should().Be(kept);
        Emulator.Users.All[1].IsActive.Should().BeFalse();
        (await Get(Persons)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        word.Should().StartWith("1:1:");
        (wrong.Status, (string?)wrong["message"]).Should().Be((HttpStatusCode.BadRequest, "'x' is no id. Ids are whole numbers."));
    }

    [Fact]
    public async Task Sets_and_sends_webhooks_and_forgets_everything()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await Send(HttpMethod.Put, "/_emulator/webhooks", new { url = receiver.Url.ToString(), outOfOrder = false });
        Person("Ines");

        var delivered = await Post("/_emulator/webhooks/deliver", "{}");
        await Post("/_emulator/reset", "{}");

        ((int)delivered["delivered"]!, receiver.Deliveries.Count).Should().Be((1, 1));
        (Emulator.Persons.Count, Emulator.Webhooks.Url).Should().Be((0, null));
    }
}
