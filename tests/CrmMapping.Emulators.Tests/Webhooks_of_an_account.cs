using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests;

public sealed class Webhooks_of_an_account : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private HubSpotEmulator _emulator = null!;
    private WebhookReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        _emulator = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions
        {
            Clock = _time, WebhookUrl = _receiver.Url, Properties = [new() { Name = "birthday", Label = "Birthday", Type = "date", FieldType = "date" }],
        });
        _emulator.Webhooks.OutOfOrder = false;
    }

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Tell_of_a_creation_and_each_changed_property()
    {
        var id = Create(("email", "ada@example.com"), ("birthday", "2000-02-03"));
        _emulator.Contacts.Update(id, "email", "");

        await _emulator.Webhooks.DeliverAsync();

        Told("subscriptionType").Should().Equal("contact.creation", "contact.propertyChange", "contact.propertyChange", "contact.propertyChange");
        Told("propertyName").Should().Equal(null, "email", "birthday", "email");
        Told("propertyValue").Should().Equal(null, "ada@example.com", "949536000000", "");
        Told("changeSource").Distinct().Should().Equal("CRM_UI");
        _receiver.Events.Select(one => (long)one["objectId"]!).Distinct().Should().Equal(long.Parse(id));
        _emulator.Webhooks.Pending.Should().Be(0);
    }

    [Fact]
    public async Task Tell_of_merges_deletions_and_restores()
    {
        var (primary, other, third) = (Create(("email", "a@example.com")), Create(("email", "b@example.com")), Create(("email", "c@example.com")));
        await _emulator.Webhooks.DeliverAsync();
        _receiver.Deliveries.Clear();

        var survivor = _emulator.Contacts.Merge(primary, other).Id;
        _emulator.Contacts.Archive(third);
        _emulator.Contacts.Restore(third);
        _emulator.Contacts.GdprDelete(third);
        await _emulator.Webhooks.DeliverAsync();

        Told("subscriptionType").Should().Equal(
            "contact.merge", "contact.deletion", "contact.restore", "contact.privacyDeletion", "contact.deletion");
        var merge = _receiver.Events.First();
        ((long)merge["primaryObjectId"]!, (long)merge["mergedObjectIds"]![0]!, (long)merge["newObjectId"]!)
            .Should().Be((long.Parse(primary), long.Parse(other), long.Parse(survivor)));
    }

    [Fact]
    public async Task Are_signed_by_versions_one_and_three()
    {
        Create(("email", "ada@example.com"));
        await _emulator.Webhooks.DeliverAsync();

        var (headers, body) = (_receiver.Deliveries[0].Headers, _receiver.Deliveries[0].Body);
        var timestamp = long.Parse(headers["X-HubSpot-Request-Timestamp"]);
        headers["X-HubSpot-Signature-Version"].Should().Be("v1");
        headers["X-HubSpot-Signature"].Should().Be(HubSpotSignature.V1("emulator-secret", body));
        headers["X-HubSpot-Signature-v3"].Should().Be(HubSpotSignature.V3("emulator-secret", "POST", _receiver.Url.AbsoluteUri, body, timestamp));
        timestamp.Should().Be(_time.GetCurrentInstant().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Come_again_when_refused_ten_times_at_most()
    {
        _emulator.Webhooks.Url = null;
        var id = Create(("email", "ada@example.com"));
        _emulator.Webhooks.Url = _receiver.Url;
        _receiver.Answers = HttpStatusCode.InternalServerError;
        _emulator.Contacts.Update(id, "city", "Leeds");

        for (var i = 0; i < 12; i++)
            await _emulator.Webhooks.DeliverAsync();

        _receiver.Events.Select(one => (int)one["attemptNumber"]!).Should().Equal(Enumerable.Range(0, 11));
        _emulator.Webhooks.GivenUp.Should().Be(1);
    }

    [Fact]
    public async Task Come_in_batches_of_a_hundred_out_of_order_and_twice_on_demand()
    {
        _emulator.Webhooks.OutOfOrder = true;
        _emulator.Webhooks.DuplicateNext(5);
        for (var i = 0; i < 75; i++)
            Create(("email", $"c{i}@example.com"));

        await _emulator.Webhooks.DeliverAsync();

        _receiver.Deliveries.Should().HaveCount(2);
        var ids = _receiver.Events.Select(one => (long)one["eventId"]!).ToList();
        ids.Should().HaveCount(155).And.NotBeInAscendingOrder();
        ids.Distinct().Should().HaveCount(150);
    }

    [Fact]
    public async Task Name_the_app_as_the_source_of_an_api_write()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", _emulator.AccessToken);
        using var body = new StringContent("""{"properties":{"email":"ada@example.com"}}""", System.Text.Encoding.UTF8, "application/json");
        await http.PostAsync(new Uri(_emulator.BaseAddress, "/crm/v3/objects/contacts"), body);

        await _emulator.Webhooks.DeliverAsync();

        Told("changeSource").Distinct().Should().Equal("INTEGRATION");
        Told("sourceId").Distinct().Should().Equal("4242");
    }

    private string Create(params (string Name, string? Value)[] properties) =>
        _emulator.Contacts.Create(properties.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Id;

    private List<string?> Told(string name) => [.. _receiver.Events.Select(one => (string?)one[name])];
}
