using System.Net;
using System.Text.RegularExpressions;

namespace CrmMapping.Emulators.Tests;

public sealed class An_address_that_is_taken : EmulatorTests
{
    protected override HubSpotEmulatorOptions Options => new()
    {
        Properties = [new() { Name = "host_id", Label = "Host id", HasUniqueValue = true }],
    };

    [Fact]
    public async Task Is_a_conflict_that_names_the_owner_in_several_bodies()
    {
        var id = Person("ada@example.com");
        var categories = new HashSet<string?>();

        for (var i = 0; i < 20; i++)
        {
            var refused = await Post(Contacts, new { properties = Values(("email", "ADA@example.com")) });
            refused.Status.Should().Be(HttpStatusCode.Conflict);
            Regex.Match((string)refused["message"]!, @"Existing ID:\s*(\d+)").Groups[1].Value.Should().Be(id);
            categories.Add((string?)refused["category"]);
        }

        categories.Should().BeEquivalentTo("CONFLICT", "OBJECT_ALREADY_EXISTS", null);
        Emulator.Contacts.Count.Should().Be(1);
    }

    [Fact]
    public async Task Counts_the_additional_addresses_too()
    {
        var survivor = Emulator.Contacts.Merge(Person("ada@example.com"), Person("augusta@example.com"));

        var refused = await Post(Contacts, new { properties = Values(("email", "augusta@example.com")) });
        var read = await Get($"{Contacts}/augusta@example.com?idProperty=email");

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        ((string?)read["id"]).Should().Be(survivor.Id);
    }

    [Fact]
    public async Task Is_free_again_once_its_contact_is_archived()
    {
        var id = Person("ada@example.com");
        Emulator.Contacts.Archive(id);

        var created = await Post(Contacts, new { properties = Values(("email", "ada@example.com")) });

        created.Status.Should().Be(HttpStatusCode.Created);
        Emulator.Contacts.Invoking(contacts => contacts.Restore(id)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task Is_blocked_after_a_privacy_deletion()
    {
        var id = Person("ada@example.com");

        var deleted = await Post($"{Contacts}/gdpr-delete", new { objectId = id });
        var unknown = await Post($"{Contacts}/gdpr-delete", new { objectId = "bea@example.com", idProperty = "email" });

        deleted.Status.Should().Be(HttpStatusCode.NoContent);
        unknown.Status.Should().Be(HttpStatusCode.NoContent);
        (await Get($"{Contacts}/{id}?archived=true")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Post(Contacts, new { properties = Values(("email", "ada@example.com")) })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Post(Contacts, new { properties = Values(("email", "bea@example.com")) })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_like_any_other_unique_value_an_id_to_read_by()
    {
        var id = Person("ada@example.com", ("host_id", "h1"));

        var read = await Get($"{Contacts}/h1?idProperty=host_id");
        var refused = await Post(Contacts, new { properties = Values(("email", "bea@example.com"), ("host_id", "h1")) });
        var notUnique = await Get($"{Contacts}/Ada?idProperty=firstname");

        ((string?)read["id"]).Should().Be(id);
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        notUnique.Status.Should().Be(HttpStatusCode.BadRequest);
    }
}
