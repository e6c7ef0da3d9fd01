using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CrmMapping.Emulators.HighLevel;
using NodaTime;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CrmMapping.Emulators.Tests.HighLevel;

public sealed class Webhooks_of_a_location : HighLevelTests
{
    private WebhookReceiver _receiver = null!;

    protected override HighLevelEmulatorOptions Options => new() { SignsTheOlderWay = true, Fields = [new("Tier", "TEXT") { Id = "cfTier00000000000000" }] };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await WebhookReceiver.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Tell_of_a_contact_with_all_its_fields_flat()
    {
        Listen();
        var lee = Emulator.Users.Add("lee@example.com", "Lee", "Ng").Id;
        var id = Person(("firstName", "Mara"), ("lastName", "Odin"), ("phone", "+12125550123"), ("dateOfBirth", "1990-09-25"), ("tags", "vip"), ("assignedTo", lee), ("cfTier00000000000000", "Gold"));

        var told = (await Told()).Should().ContainSingle().Subject.AsObject();

        told.Remove("webhookId");
        told.ToDictionary(pair => pair.Key, pair => pair.Value!.ToJsonString().Trim('"')).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["type"] = "ContactCreate", ["locationId"] = Location, ["id"] = id, ["appId"] = "apQ1emulator", ["timestamp"] = "2026-11-02T15:00:00.000Z",
            ["name"] = "Mara Odin", ["firstName"] = "Mara", ["lastName"] = "Odin", ["phone"] = "\\u002B12125550123", ["dateOfBirth"] = "1990-09-25T00:00:00.000Z", ["dnd"] = "false",
            ["tags"] = """["vip"]""", ["attachments"] = "[]", ["dateAdded"] = "2026-11-02T15:00:00.000Z", ["assignedTo"] = lee,
            ["customFields"] = """[{"id":"cfTier00000000000000","value":"Gold"}]""",
        });
    }

    [Theory]
    [InlineData("""{"city":"Leeds"}""", "ContactUpdate")]
    [InlineData("""{"city":"York"}""", "")]
    [InlineData("""{"timezone":"America/Denver"}""", "ContactUpdate")]
    [InlineData("""{"tags":["new"]}""", "ContactTagUpdate")]
    [InlineData("""{"dnd":true}""", "ContactDndUpdate")]
    [InlineData("""{"dndSettings":{"SMS":{"status":"active"}}}""", "ContactDndUpdate")]
    [InlineData("""{"inboundDndSettings":{"all":{"status":"active"}}}""", "")]
    [InlineData("""{"customFields":[{"id":"cfTier00000000000000","field_value":"Gold"}]}""", "ContactUpdate")]
    [InlineData("""{"city":"Leeds","tags":["new"],"dnd":true}""", "ContactDndUpdate,ContactTagUpdate,ContactUpdate")]
    public async Task Tell_each_kind_of_change_by_an_event_of_its_own(string change, string kinds)
    {
        var id = Person(("firstName", "Mara"), ("city", "York"));
        Listen();

        await Put($"/contacts/{id}", change);

        var told = await Told();
        string.Join(',', told.Select(one => (string)one["type"]!).Order()).Should().Be(kinds);
        told.Select(one => (string)one["webhookId"]!).Should().OnlyHaveUniqueItems();
        told.Where(one => (string?)one["id"] != id).Should().BeEmpty();
        told.Where(one => one["dndSettings"] is not null).Select(one => (string?)one["type"]).Should().Equal(kinds.Split(',').Where(kind => kind is "ContactDndUpdate"));
    }

    [Fact]
    public async Task Tell_of_a_deleted_contact_by_its_id()
    {
        var id = Person(("firstName", "Mara"));
        Listen();

        await Delete($"/contacts/{id}");

        (await Told()).Select(one => ((string?)one["type"], (string?)one["id"])).Should().Equal(("ContactDelete", id));
    }

    [Theory]
    [InlineData(true, "INSTALL")]
    [InlineData(false, "UNINSTALL")]
    public async Task Tell_that_the_app_came_and_went(bool isInstalled, string kind)
    {
        Listen();

        Emulator.Webhooks.TellInstallation(isInstalled);

        var told = (await Told()).Should().ContainSingle().Subject;
        ((string?)told["type"], (string?)told["appId"], (string?)told["companyId"], (string?)told["locationId"]).Should().Be((kind, "apQ1emulator", Options.CompanyId, Location));
    }

    [Fact]
    public async Task Are_signed_over_their_bytes()
    {
        Listen();
        Person(("firstName", "Zoë"));
        await Told();

        var (body, headers) = (_receiver.Deliveries[0].Body, _receiver.Deliveries[0].Headers);
        var key = Convert.FromBase64String(string.Concat(Emulator.Webhooks.PublicKey.Split('\n').Where(line => !line.StartsWith('-'))));
        using var older = RSA.Create();
        older.ImportFromPem(Emulator.Webhooks.OlderPublicKey);

        IsSigned(key[^32..], body, headers["X-GHL-Signature"]).Should().BeTrue();
        IsSigned(key[^32..], [.. body, (byte)' '], headers["X-GHL-Signature"]).Should().BeFalse();
        older.VerifyData(body, Convert.FromBase64String(headers["x-wh-signature"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
    }

    [Fact]
    public async Task Come_again_after_a_429_six_times()
    {
        Listen();
        Person(("firstName", "Mara"));
        _receiver.Answers = HttpStatusCode.TooManyRequests;

        await Emulator.Webhooks.DeliverAsync();
        Emulator.Webhooks.Pending.Should().Be(1);
        for (var retry = 0; retry < 6; retry++)
            await Emulator.Webhooks.DeliverAsync();

        (_receiver.Deliveries.Count, Emulator.Webhooks.Pending, Emulator.Webhooks.Lost).Should().Be((7, 0, 1));
        Events.Select(one => (string)one["webhookId"]!).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Come_again_ten_minutes_later_at_the_earliest_and_a_minute_after_that_at_the_latest()
    {
        Listen();
        using var sender = new WebhookSender(TimeSpan.FromSeconds(10));
        var location = new Location(Options, Time, sender) { Outbox = { Url = _receiver.Url } };
        location.Outbox.Tell("INSTALL", null);
        _receiver.Answers = HttpStatusCode.TooManyRequests;
        await location.Outbox.DeliverAsync(location.Now, CancellationToken.None);

        Time.Advance(Duration.FromMinutes(10) - Duration.FromMilliseconds(1));
        var early = await location.Outbox.DeliverAsync(location.Now, CancellationToken.None);
        Time.Advance(Duration.FromMinutes(1));
        var late = await location.Outbox.DeliverAsync(location.Now, CancellationToken.None);

        (early, late).Should().Be((0, 1));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, 0)]
    [InlineData(HttpStatusCode.InternalServerError, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    [InlineData(HttpStatusCode.Redirect, 1)]
    public async Task Are_lost_after_any_other_refusal(HttpStatusCode answer, int lost)
    {
        Listen();
        Person(("firstName", "Mara"));
        _receiver.Answers = answer;

        await Emulator.Webhooks.DeliverAsync();
        await Emulator.Webhooks.DeliverAsync();

        (_receiver.Deliveries.Count, Emulator.Webhooks.Pending, Emulator.Webhooks.Lost).Should().Be((1, 0, lost));
    }

    [Fact]
    public async Task Come_twice_when_asked_for()
    {
        Listen();
        Person(("firstName", "Mara"));
        Emulator.Webhooks.DuplicateNext();

        (await Told()).Select(one => (string?)one["webhookId"]).Distinct().Should().ContainSingle();
        _receiver.Deliveries.Should().HaveCount(2);
    }

    private List<JsonNode> Events => [.. _receiver.Deliveries.Select(delivery => JsonNode.Parse(delivery.Body)!)];

    private void Listen() => Emulator.Webhooks.Url = _receiver.Url;

    private async Task<IReadOnlyList<JsonNode>> Told()
    {
        await Emulator.Webhooks.DeliverAsync();
        return Events;
    }

    private static bool IsSigned(byte[] key, byte[] body, string signature)
    {
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(key, 0));
        verifier.BlockUpdate(body, 0, body.Length);
        return verifier.VerifySignature(Convert.FromBase64String(signature));
    }
}
