using System.Net;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Tests;

public sealed class A_write_with_something_wrong : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new()
    {
        Properties =
        [
            new() { Name = "birthday", Label = "Birthday", Type = "date", FieldType = "date" },
            new() { Name = "score", Label = "Score", Type = "number", FieldType = "number" },
            new() { Name = "opted_out", Label = "Opted out", Type = "bool", FieldType = "booleancheckbox" },
            new() { Name = "seen_at", Label = "Seen at", Type = "datetime", FieldType = "date" },
            new() { Name = "tags", Label = "Tags", Type = "enumeration", FieldType = "checkbox", Options = [new("a", "A"), new("b", "B"), new("c", "C")] },
        ],
    };

    [Theory]
    [InlineData("nonsense", "1", "PROPERTY_DOESNT_EXIST")]
    [InlineData("hs_lead_status", "New", "INVALID_OPTION")]
    [InlineData("tags", "a;d", "INVALID_OPTION")]
    [InlineData("opted_out", "yes", "INVALID_OPTION")]
    [InlineData("hs_additional_emails", "b@example.com", "READ_ONLY_VALUE")]
    [InlineData("email", "abc@d.c", "INVALID_EMAIL")]
    [InlineData("birthday", "1576676552000", "INVALID_DATE")]
    [InlineData("birthday", "30/12/2026", "INVALID_DATE")]
    [InlineData("score", "many", "INVALID_INTEGER")]
    public async Task Is_refused_whole_and_says_which_property(string property, string value, string code)
    {
        var id = Person("ada@example.com", ("firstname", "Ada"));

        var refused = await Patch($"{Contacts}/{id}", new { properties = Values(("firstname", "Augusta"), (property, value)) });

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        Faults(refused.Body!).Should().Equal((property, code));
        Emulator.Contacts.Find(id)!["firstname"].Should().Be("Ada");
    }

    [Fact]
    public async Task Is_worded_in_three_shapes_over_time()
    {
        var id = Person("ada@example.com");
        var shapes = new HashSet<string>();

        for (var i = 0; i < 20; i++)
        {
            var body = (await Patch($"{Contacts}/{id}", new { properties = Values(("nonsense", "1")) })).Body!;
            shapes.Add($"{body["validationResults"] is not null} {body["errors"] is not null} {body["category"] is not null}");
        }

        shapes.Should().BeEquivalentTo("True False False", "False False True", "False True True");
    }

    [Fact]
    public async Task Is_no_date_trouble_when_the_moment_is_midnight()
    {
        var id = Person("ada@example.com");

        var written = await Patch($"{Contacts}/{id}", new { properties = Values(("birthday", "1576627200000"), ("seen_at", "1709177417000"), ("tags", "a;b")) });
        var appended = await Patch($"{Contacts}/{id}", new { properties = Values(("tags", ";c"), ("birthday", "")) });

        written.Property("birthday").Should().Be("2019-12-18");
        written.Property("seen_at").Should().Be("2024-02-29T03:30:17.000Z");
        appended.Property("tags").Should().Be("a;b;c");
        appended.Property("birthday").Should().BeNull("the empty text clears");
    }

    [Fact]
    public async Task Is_a_step_back_of_the_lifecycle_that_is_lost_without_a_word()
    {
        var id = Person("ada@example.com", ("lifecyclestage", "customer"));

        var back = await Patch($"{Contacts}/{id}", new { properties = Values(("lifecyclestage", "lead"), ("city", "Leeds")) });
        await Patch($"{Contacts}/{id}", new { properties = Values(("lifecyclestage", "")) });
        var afterClearing = await Patch($"{Contacts}/{id}", new { properties = Values(("lifecyclestage", "lead")) });

        back.Status.Should().Be(HttpStatusCode.OK);
        (back.Property("lifecyclestage"), back.Property("city")).Should().Be(("customer", "Leeds"));
        afterClearing.Property("lifecyclestage").Should().Be("lead");
    }

    [Fact]
    public async Task Is_an_owner_that_is_only_a_user()
    {
        var owner = Emulator.Owners.Add("lee@example.com", "Lee", "Ng");
        var id = Person("ada@example.com");

        var byUser = await Patch($"{Contacts}/{id}", new { properties = Values(("hubspot_owner_id", $"{owner.UserId}")) });
        var byOwner = await Patch($"{Contacts}/{id}", new { properties = Values(("hubspot_owner_id", owner.Id)) });

        byUser.Status.Should().Be(HttpStatusCode.BadRequest);
        byOwner.Property("hubspot_owner_id").Should().Be(owner.Id);
    }

    [Fact]
    public async Task Is_too_long_at_65537_characters()
    {
        var id = Person("ada@example.com");

        (await Patch($"{Contacts}/{id}", new { properties = Values(("company", new string('x', 65_536))) })).Status.Should().Be(HttpStatusCode.OK);
        (await Patch($"{Contacts}/{id}", new { properties = Values(("company", new string('x', 65_537))) })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static List<(string?, string?)> Faults(JsonNode body)
    {
        if (body["validationResults"] is JsonArray results)
            return [.. results.Select(one => ((string?)one!["name"], (string?)one["error"]))];
        var message = (string)body["message"]!;
        var embedded = JsonNode.Parse(message[message.IndexOf('[', StringComparison.Ordinal)..])!.AsArray();
        return [.. embedded.Select(one => ((string?)one!["name"], (string?)one["error"]))];
    }
}
