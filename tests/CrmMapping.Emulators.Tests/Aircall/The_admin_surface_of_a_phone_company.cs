using System.Net;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class The_admin_surface_of_a_phone_company : AircallTests
{
    [Fact]
    public async Task Plays_and_shows_calls_and_does_what_people_do_with_them()
    {
        var tag = (long)(await Post("/_emulator/tags", new { name = "sold" }))["id"]!;
        var played = await Post("/_emulator/calls", new { direction = "outbound", number = "+1 555 0100", talks = 60, recorded = true, tagsDuring = new[] { tag } });
        var id = (long)played["id"]!;
        await Post($"/_emulator/calls/{id}/untag", new { tag });
        await Post($"/_emulator/calls/{id}/comment", new { content = "call back" });
        await Post($"/_emulator/calls/{id}/archive", "{}");

        var shown = await Get($"/_emulator/calls/{id}");

        Shows(shown.Body, $$"""{"id":{{id}},"direction":"outbound","number":"+1 555 0100","answered":true,"ended":true,"voicemail":false,"archived":true,"tags":[]}""");
        Emulator.Calls.Find(id)!.Comments.Should().Equal("call back");
        Ids(await Get("/_emulator/calls")).Should().Equal(id);
        await Post($"/_emulator/calls/{id}/tag", new { tag });
        await Delete($"/_emulator/tags/{tag}");
        (Emulator.Tags.All.Count, Emulator.Calls.Find(id)!.Tags.Count).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("calls", """{"tagsDuring":[7]}""", "Tag with id 7 does not exist")]
    [InlineData("calls/x/archive", "{}", "'x' is no id. Ids are whole numbers.")]
    [InlineData("calls/7/archive", "{}", "There is no call 7.")]
    [InlineData("tags", "{}", "'name' is missing.")]
    [InlineData("generate", """{"count":-1}""", "'count' must be 0 or more, not -1.")]
    public async Task Says_what_is_wrong(string path, string body, string words)
    {
        var refused = await Post($"/_emulator/{path}", body);

        (refused.Status, (string?)refused["message"]).Should().Be((HttpStatusCode.BadRequest, words));
    }

    [Fact]
    public async Task Offers_what_every_emulator_offers_but_contacts()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await Send(HttpMethod.Put, "/_emulator/webhooks", new { url = receiver.Url.ToString(), outOfOrder = false });
        await Post("/_emulator/webhooks/duplicate", new { count = 1 });
        await Post("/_emulator/owners", new { email = "sam@example.com", firstName = "Sam", lastName = "Rivers" });
        await Post("/_emulator/generate", new { count = 3 });
        await Post("/_emulator/requests/spend", new { requests = 119 });
        var delivered = (int)(await Post("/_emulator/webhooks/deliver", "{}"))["delivered"]!;
        var described = await Get("/_emulator");
        var contacts = await Get("/_emulator/contacts");
        await Get("/v1/ping");
        var limited = await Get("/v1/ping");
        await Send(HttpMethod.Put, "/_emulator/limits", new { enabled = false });
        await Post("/_emulator/oauth/revoke", "{}");
        var revoked = await Get("/v1/ping");
        var played = Emulator.Calls.Count;
        await Post("/_emulator/reset", "{}");

        (played, receiver.Deliveries.Count, Emulator.Users.All.Count).Should().Be((3, delivered, 2));
        ((string?)described["crm"], described["contacts"]).Should().Be(("aircall", null));
        described["serves"]!.AsArray().Select(static line => (string?)line).Should().Contain(static line => line!.Contains("/calls")).And.NotContain(static line => line!.Contains("/contacts"));
        (contacts.Status, limited.Status, revoked.Status).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests, HttpStatusCode.Forbidden));
        (Emulator.Calls.Count, Emulator.Webhooks.Url, Emulator.LimitsEnabled).Should().Be((0, null, false));
    }
}
