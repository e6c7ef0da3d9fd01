using System.Net;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class The_admin_surface_of_a_location : HighLevelTests
{
    [Fact]
    public async Task Takes_edits_and_deletes_contacts()
    {
        var imported = await Post("/_emulator/contacts", """[{"firstName":"Mara","email":"mara@example.com"},{"email":"nobody"},{"email":"MARA@example.com"}]""");
        var id = Emulator.Contacts.All.Single().Id;
        await Send(HttpMethod.Patch, $"/_emulator/contacts/{id}", """{"city":"Leeds"}""");
        var shown = await Get($"/_emulator/contacts/{id}");
        await Post($"/_emulator/contacts/{id}/archive", null);

        ((int)imported["created"]!, (int)imported["failed"]!).Should().Be((1, 2));
        ((string?)shown["properties"]!["city"], Emulator.Contacts.Find(id)!.IsDeleted, Emulator.Contacts.Count).Should().Be(("Leeds", true, 0));
    }

    [Fact]
    public async Task Makes_up_people_who_may_be_there_together()
    {
        await Post("/_emulator/generate", new { count = 300, seed = 3 });
        await Post("/_emulator/generate", new { count = 200, seed = 3 });

        var all = Emulator.Contacts.All;

        all.Should().HaveCount(500);
        all.Select(contact => contact["email"]).Should().OnlyHaveUniqueItems();
        all.Select(contact => contact["phone"]).OfType<string>().Should().OnlyHaveUniqueItems();
        all.Select(contact => contact["country"]).Distinct().Should().BeEquivalentTo("US", "GB", "DE", "FR", "AU");
    }

    [Fact]
    public async Task Adds_users_fields_and_tells_the_keys_of_webhooks()
    {
        var user = await Post("/_emulator/owners", new { email = "lee@example.com", firstName = "Lee", lastName = "Ng" });
        await Post("/_emulator/properties", new { label = "Tier", dataType = "SINGLE_OPTIONS", options = new[] { "Gold" } });
        var keys = await Get("/_emulator/webhooks/keys");
        await Post($"/_emulator/owners/{user["id"]}/delete", null);

        Emulator.Users.All.Should().Equal(new HighLevelUser((string)user["id"]!, "lee@example.com", "Lee", "Ng", IsDeleted: true));
        Emulator.Fields.Find("tier")!.Options.Should().Equal("Gold");
        ((string?)keys["publicKey"]).Should().Be(Emulator.Webhooks.PublicKey);
    }

    [Fact]
    public async Task Says_whose_account_it_is_and_counts_what_clients_asked()
    {
        await Get($"/locations/{Location}");
        await Get("/nonsense");
        await Post("/_emulator/requests/spend", new { requests = 5 });

        var (described, counted) = (await Get("/_emulator"), await Get("/_emulator/requests"));
        var asked = await Get($"/locations/{Location}");

        ((string?)described["crm"], counted["byKind"]!.ToJsonString()).Should().Be(("highlevel", """{"locations.get":1,"unknown":1}"""));
        asked.Header("X-RateLimit-Daily-Remaining").Should().Be($"{200_000 - 7}");
    }

    [Fact]
    public async Task Revokes_tokens_and_starts_afresh()
    {
        var token = (string)(await Post("/_emulator/oauth/refresh-token", null))["refresh_token"]!;
        await Post("/_emulator/oauth/revoke", null);
        Person(("email", "mara@example.com"));
        await Post("/_emulator/reset", null);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = Options.ClientId, ["client_secret"] = Options.ClientSecret, ["grant_type"] = "refresh_token", ["refresh_token"] = token,
        });

        (await Post("/oauth/token", form)).Status.Should().Be(HttpStatusCode.BadRequest);
        (Emulator.Contacts.Count, Emulator.Contacts.FindByEmail("mara@example.com")).Should().Be((0, null));
        PassTheSearchLag();
        Ids(await Search(new { pageLimit = 1 })).Should().BeEmpty();
    }
}
