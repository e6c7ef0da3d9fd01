namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S2")]
public sealed class A_webhook_that_is_not_genuine
{
    private const long Now = 1790000000000;
    private const string Secret = "secret";

    private static readonly A_delivery Genuine = new A_delivery().SignedNow(Secret, Now);

    [Fact]
    public void Is_told_from_one_that_is() => Read(Genuine).Verdict.Should().Be(WebhookVerdict.Genuine);

    [Fact]
    public void Is_refused_without_a_signature() => Read(new A_delivery()).Verdict.Should().Be(WebhookVerdict.Refused);

    [Fact]
    public void Is_refused_when_a_byte_of_the_body_differs() => Read(Genuine with { Body = "[ ]" }).Verdict.Should().Be(WebhookVerdict.Refused);

    [Fact]
    public void Is_refused_when_the_address_differs() =>
        Read(Genuine with { Url = "https://www.example.com/other" }).Verdict.Should().Be(WebhookVerdict.Refused);

    [Theory]
    [InlineData(300_000, WebhookVerdict.Genuine)]
    [InlineData(300_001, WebhookVerdict.Refused)]
    [InlineData(-300_001, WebhookVerdict.Refused)]
    public void Is_refused_when_it_is_too_old_or_from_the_future(long age, WebhookVerdict verdict) =>
        Read(new A_delivery().SignedNow(Secret, Now - age)).Verdict.Should().Be(verdict);

    [Theory]
    [InlineData(600_000, "600 s old")]
    [InlineData(-600_000, "600 s ahead of this machine's clock")]
    public void Is_refused_with_how_far_the_clocks_are_apart(long age, string how) =>
        Read(new A_delivery().SignedNow(Secret, Now - age)).Reason.Should().Be(
            $"The webhook is genuine but {how}, and at most 300 s are allowed. It was played again, or this machine's clock is wrong: "
            + "check the clock. Polls lose nothing.");

    [Theory]
    [InlineData("")]
    [InlineData("-1790000000000")]
    [InlineData(" 1790000000000")]
    [InlineData("99999999999999999999999")]
    [InlineData("soon")]
    public void Is_refused_when_its_time_is_no_number(string stamp) =>
        Read(Genuine.With("X-HubSpot-Request-Timestamp", stamp)).Verdict.Should().Be(WebhookVerdict.Refused);

    [Fact]
    public void Is_refused_in_an_old_version_unless_that_is_allowed()
    {
        var old = new A_delivery().Signed("v1", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("secret[]"u8)));

        Read(old).Verdict.Should().Be(WebhookVerdict.Refused);
        Read(old, new HubSpotOptions { WebhookSecret = Secret, Signatures = HubSpotSignatures.V1 }).Verdict.Should().Be(WebhookVerdict.Genuine);
    }

    [Fact]
    public void Is_refused_by_its_strongest_signature_although_a_weaker_one_is_good()
    {
        var mixed = new A_delivery()
            .Signed("v1", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("secret[]"u8)))
            .SignedV3("AAAA", $"{Now}");
        var options = new HubSpotOptions { WebhookSecret = Secret, Signatures = HubSpotSignatures.V1 | HubSpotSignatures.V3 };

        Read(mixed, options).Verdict.Should().Be(WebhookVerdict.Refused);
    }

    [Fact]
    public void Is_refused_when_no_secret_is_configured() => Read(Genuine, new HubSpotOptions()).Verdict.Should().Be(WebhookVerdict.Refused);

    [Theory]
    [InlineData("https://hooks.example.com", "http://10.0.0.7:8080/hubspot?a=%20b", "https://hooks.example.com/hubspot?a=%20b")]
    [InlineData("https://hooks.example.com/in", "http://10.0.0.7:8080/hubspot?a=1", "https://hooks.example.com/in?a=1")]
    public void Is_judged_by_the_address_that_HubSpot_called(string publicUrl, string arrived, string called)
    {
        var delivery = (new A_delivery { Url = called }.SignedNow(Secret, Now)) with { Url = arrived };

        Read(delivery).Verdict.Should().Be(WebhookVerdict.Refused);
        Read(delivery, new HubSpotOptions { WebhookSecret = Secret, PublicUrl = new Uri(publicUrl) }).Verdict.Should().Be(WebhookVerdict.Genuine);
    }

    private static WebhookReading Read(A_delivery delivery, HubSpotOptions? options = null) =>
        new WebhookReceiver(options ?? new HubSpotOptions { WebhookSecret = Secret }, new FixedClock(Now)).Read(
            delivery.Request, [new Connection { Name = "HubSpot", Kind = "HubSpot" }]);
}
