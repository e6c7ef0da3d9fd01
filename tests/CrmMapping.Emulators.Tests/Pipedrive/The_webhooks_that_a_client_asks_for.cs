using System.Net;

namespace CrmMapping.Emulators.Tests.Pipedrive;

public sealed class The_webhooks_that_a_client_asks_for : PipedriveTests
{
    private const string Webhooks = "/api/v1/webhooks";

    [Fact]
    public async Task Are_created_listed_and_deleted()
    {
        var created = await Create();
        var listed = await Get(Webhooks);
        var deleted = await Delete($"{Webhooks}/{created["data"]!["id"]}");
        var again = await Delete($"{Webhooks}/{created["data"]!["id"]}");

        Shows(again.Body, """{"status":"error","success":false,"errors":{"id":["not found"]}}""");
        (created.Status, deleted.Status, again.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NotFound));
        Shows(created.Body, """
            {"status":"ok","success":true,"data":{"id":5150,"company_id":770011,"owner_id":4400,"user_id":4400,"event_action":"*","event_object":"person",
             "subscription_url":"https://app.example.com/hook","version":"2.0","is_active":1,"add_time":"2026-11-02T15:00:00.000Z","remove_time":null,"type":"general",
             "name":"Sync","http_auth_user":"u","http_auth_password":"p","remove_reason":null,"last_delivery_time":null,"last_http_status":null,"admin_id":4400}}
            """);
        Shows(listed["data"]![0], created["data"]!.ToJsonString());
        (await Get(Webhooks))["data"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Tell_only_what_was_asked_for()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await Create("change", "person", receiver.Url.ToString());
        await Create("*", "deal", receiver.Url.ToString());
        var id = Person("Ines");
        Emulator.Persons.Update(id, "name", "Ines Falk");
        Emulator.Persons.Delete(id);

        await Emulator.Webhooks.DeliverAsync();

        receiver.Deliveries.Should().ContainSingle();
    }

    [Theory]
    [InlineData("subscription_url", """{"subscription_url":"http://app.example.com/hook","event_action":"*","event_object":"person","name":"Sync"}""")]
    [InlineData("subscription_url", """{"event_action":"*","event_object":"person","name":"Sync"}""")]
    [InlineData("event_action", """{"subscription_url":"https://app.example.com/hook","event_action":"updated","event_object":"person","name":"Sync"}""")]
    [InlineData("event_object", """{"subscription_url":"https://app.example.com/hook","event_action":"*","event_object":"contact","name":"Sync"}""")]
    [InlineData("name", """{"subscription_url":"https://app.example.com/hook","event_action":"*","event_object":"person"}""")]
    [InlineData("version", """{"subscription_url":"https://app.example.com/hook","event_action":"*","event_object":"person","name":"Sync","version":"1.0"}""")]
    public async Task Are_refused_by_name_of_what_is_wrong(string name, string body)
    {
        var refused = await Post(Webhooks, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)refused["status"]).Should().Be("error");
        refused["errors"]!.AsObject().Select(pair => pair.Key).Should().Equal(name);
    }

    [Fact]
    public async Task Are_forty_at_most()
    {
        Emulator.LimitsEnabled = false;
        for (var i = 0; i < 40; i++)
            (await Create()).Status.Should().Be(HttpStatusCode.Created);

        (await Create()).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private Task<Reply> Create(string action = "*", string what = "person", string url = "https://app.example.com/hook") => Post(Webhooks, new
    {
        subscription_url = url, event_action = action, event_object = what, name = "Sync", version = "2.0", http_auth_user = "u", http_auth_password = "p",
    });
}
