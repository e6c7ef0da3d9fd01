using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class Webhooks_of_a_company : PipedriveTests, IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    protected override PipedriveEmulatorOptions Options => new()
    {
        Fields = [new("Tier", "enum") { Code = Tier, Options = [new(31, "Gold")] }],
    };

    private IReadOnlyList<JsonNode> Events => [.. _receiver.Deliveries.Select(static delivery => JsonNode.Parse(delivery.Body)!)];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _receiver = await WebhookReceiver.StartAsync();
        Emulator.Webhooks.OutOfOrder = false;
        Emulator.Webhooks.Url = _receiver.Url;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Tell_of_a_creation_whole_with_ids_as_texts_and_custom_fields_as_objects()
    {
        var id = (long)(await Post(Persons, new
        {
            name = "Ines Falk", phones = new[] { new { value = "555 0101", label = "mobile" } }, custom_fields = new Dictionary<string, int> { [Tier] = 31 },
        }))["data"]!["id"]!;
        Time.Advance(Duration.FromSeconds(5));

        await Emulator.Webhooks.DeliverAsync();

        var told = Events.Should().ContainSingle().Subject;
        Shows(told, $$$"""
            {"meta":{"action":"create","entity":"person","entity_id":"{{{id}}}","company_id":"770011","user_id":"4400","webhook_id":"5150","webhook_owner_id":"4400",
              "id":"{{{told["meta"]!["id"]}}}","correlation_id":"{{{told["meta"]!["correlation_id"]}}}","is_bulk_edit":false,"timestamp":"2026-11-02T15:00:00.000Z",
              "type":"general","version":"2.0","change_source":"api","attempt":1,"host":"acme-sandbox.pipedrive.com","permitted_user_ids":["4400"]},
             "data":{"id":{{{id}}},"name":"Ines Falk","first_name":"Ines","last_name":"Falk","owner_id":4400,"org_id":null,"label":null,"visible_to":"3",
              "add_time":"2026-11-02T15:00:00Z","emails":[],"phones":[{"value":"555 0101","primary":true,"label":"mobile"}],"update_time":"2026-11-02T15:00:00Z",
              "custom_fields":{"{{{Tier}}}":{"type":"enum","id":31} } },
             "previous":null}
            """);
        _receiver.Deliveries[0].Headers["Authorization"].Should().Be($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("crm:emulator-password"))}");
    }

    [Fact]
    public async Task Show_of_the_state_before_a_change_only_what_changed()
    {
        var id = Person("Ines Falk", ("phone", "555 0100"), ("email", "ines@example.org"));
        await Emulator.Webhooks.DeliverAsync();
        Time.Advance(Duration.FromSeconds(5));

        Emulator.Persons.Update(id, [new("phone", "555 0102"), new("Tier", "31")]);
        await Emulator.Webhooks.DeliverAsync();

        var told = Events[1];
        ((string?)told["meta"]!["action"], (string?)told["meta"]!["change_source"]).Should().Be(("change", "app"));
        Shows(told["previous"], $$$"""
            {"phones":[{"value":"555 0100","primary":true,"label":"work"}],"update_time":"2026-11-02T15:00:00Z","custom_fields":{"{{{Tier}}}":null}}
            """);
        Shows(told["data"]!["custom_fields"], $$$"""{"{{{Tier}}}":{"type":"enum","id":31} }""");
    }

    [Theory]
    [InlineData("varchar", "x", """{"type":"varchar","value":"x"}""")]
    [InlineData("double", "5", """{"type":"double","value":5}""")]
    [InlineData("set", "[31]", """{"type":"set","values":[{"id":31}]}""")]
    [InlineData("people", "42", """{"type":"people","id":42}""")]
    [InlineData("monetary", """{"value":5,"currency":"EUR"}""", """{"type":"monetary","value":5,"currency":"EUR"}""")]
    [InlineData("time", """{"value":"09:00:00"}""", """{"type":"time","value":"09:00:00","timezone_id":null}""")]
    [InlineData("daterange", """{"value":"2026-03-01","until":"2026-03-02"}""", """{"type":"daterange","from":"2026-03-01","until":"2026-03-02"}""")]
    public async Task Put_every_type_of_custom_field_in_a_form_of_their_own(string type, string value, string expected)
    {
        await using var emulator = await PipedriveEmulator.StartAsync(new PipedriveEmulatorOptions
        {
            Fields = [new("Custom", type) { Options = type is "set" ? [new(31, "Gold")] : [] }],
        });
        emulator.Webhooks.Url = _receiver.Url;
        emulator.Persons.Create([new("name", "Ines"), new("Custom", value)]);

        await emulator.Webhooks.DeliverAsync();

        Shows(Events[0]["data"]!["custom_fields"]!.AsObject().Single().Value, expected);
    }

    [Fact]
    public async Task Tell_of_a_deletion_with_the_last_state()
    {
        var id = Person("Ines Falk");
        Emulator.Persons.Delete(id);

        await Emulator.Webhooks.DeliverAsync();

        var told = Events[1];
        ((string?)told["meta"]!["action"], (string?)told["meta"]!["entity_id"], told["data"]).Should().Be(("delete", $"{id}", null));
        ((string?)told["previous"]!["name"], (long)told["previous"]!["id"]!).Should().Be(("Ines Falk", id));
    }

    [Fact]
    public async Task Tell_of_a_merge_from_both_sides()
    {
        var (kept, gone) = (Person("Ines Falk"), Person("I. Falk", ("phone", "555 0100")));
        await Emulator.Webhooks.DeliverAsync();

        Emulator.Persons.Merge(kept, gone);
        await Emulator.Webhooks.DeliverAsync();

        Events.Skip(2).Select(told => ((string?)told["meta"]!["action"], (string?)told["meta"]!["entity_id"], (string?)told["meta"]!["merged_to_id"], (string?)told["meta"]!["merged_from_id"]))
            .Should().Equal(("delete", $"{gone}", $"{kept}", null), ("change", $"{kept}", null, $"{gone}"));
        ((string?)Events[3]["data"]!["phones"]![0]!["value"], (bool)Events[3]["data"]!["phones"]![0]!["primary"]!).Should().Be(("555 0100", true));
    }

    [Fact]
    public async Task Come_out_of_order_and_twice_on_demand()
    {
        Emulator.Webhooks.OutOfOrder = true;
        Emulator.Webhooks.DuplicateNext(3);
        for (var i = 0; i < 20; i++)
            Person($"Person {i}");

        await Emulator.Webhooks.DeliverAsync();

        var ids = Events.Select(told => (string?)told["meta"]!["id"]).ToList();
        ids.Should().HaveCount(23);
        ids.Distinct().Should().HaveCount(20);
        Events.Select(told => long.Parse((string)told["meta"]!["entity_id"]!)).Should().NotBeInAscendingOrder();
    }

    [Fact]
    public async Task Come_four_times_at_most_when_refused()
    {
        _receiver.Answers = HttpStatusCode.Redirect;
        Person("Ines Falk");

        for (var i = 0; i < 6; i++)
            await Emulator.Webhooks.DeliverAsync();

        Events.Select(told => (int)told["meta"]!["attempt"]!).Should().Equal(1, 2, 3, 4);
        Events.Select(told => (string?)told["meta"]!["id"]).Distinct().Should().ContainSingle();
        (Emulator.Webhooks.GivenUp, Emulator.Webhooks.Pending).Should().Be((1, 0));
    }

    [Fact]
    public async Task Are_banned_for_half_an_hour_after_ten_failed_first_tries_and_lose_what_happens_then()
    {
        _receiver.Answers = HttpStatusCode.ServiceUnavailable;
        for (var i = 0; i < 10; i++)
            Person($"Person {i}");
        await Emulator.Webhooks.DeliverAsync();
        _receiver.Answers = HttpStatusCode.OK;
        await Emulator.Webhooks.DeliverAsync();
        _receiver.Deliveries.Clear();

        Person("Lost");
        var banned = (await Get("/api/v1/webhooks"))["data"]![0]!["is_active"];
        Time.Advance(Duration.FromMinutes(30));
        Person("Told");
        await Emulator.Webhooks.DeliverAsync();

        ((int)banned!, Emulator.Webhooks.LostToBans).Should().Be((0, 1));
        Events.Select(told => (string?)told["data"]!["name"]).Should().Equal("Told");
    }

    [Fact]
    public async Task Are_deleted_after_three_days_without_a_success()
    {
        _receiver.Answers = HttpStatusCode.InternalServerError;
        for (var day = 0; day < 3; day++)
        {
            (await Get("/api/v1/webhooks"))["data"]!.AsArray().Should().ContainSingle();
            Person($"Person {day}");
            await Emulator.Webhooks.DeliverAsync();
            Time.Advance(Duration.FromDays(1));
        }

        (await Get("/api/v1/webhooks"))["data"]!.AsArray().Should().BeEmpty();
        Emulator.Webhooks.Url.Should().BeNull();
    }

    [Fact]
    public async Task Are_kept_by_one_success_in_three_days()
    {
        for (var day = 0; day < 5; day++)
        {
            _receiver.Answers = day is 1 ? HttpStatusCode.OK : HttpStatusCode.InternalServerError;
            Person($"Person {day}");
            await Emulator.Webhooks.DeliverAsync();
            if (day < 3)
                Emulator.Webhooks.Url.Should().NotBeNull();
            Time.Advance(Duration.FromDays(1));
        }

        Emulator.Webhooks.Url.Should().BeNull("days 2, 3 and 4 went in vain");
    }
}
