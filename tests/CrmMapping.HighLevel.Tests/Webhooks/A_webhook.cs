using System.Security.Cryptography;
using NodaTime;

namespace CrmMapping.HighLevel.Tests;

[Trait("Rule", "S2")]
public sealed class A_webhook
{
    private const string Update = """{"type":"ContactUpdate","locationId":"loc1","id":"ct1","appId":"ap1","timestamp":"2026-03-01T12:00:00Z","webhookId":"w1"}""";

    private static readonly Instant Sent = Instant.FromUtc(2026, 3, 1, 12, 0);

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData("ContactCreate", NoticeKind.Changed, null)]
    [InlineData("ContactUpdate", NoticeKind.Changed, null)]
    [InlineData("ContactDndUpdate", NoticeKind.Changed, null)]
    [InlineData("ContactTagUpdate", NoticeKind.Changed, "tags")]
    [InlineData("ContactDelete", NoticeKind.Deleted, null)]
    public void Of_a_contact_is_a_notice_to_the_connection_of_its_location(string type, NoticeKind kind, string? field)
    {
        var reading = Receiver().Read(new A_delivery { Body = Update.Replace("ContactUpdate", type) }.Signed().Request, [Of("loc2"), Of("loc1")]);

        reading.Notices.Should().Equal(
            new Notice { Connection = "loc1", Side = SyncSide.Crm, Id = "ct1", Kind = kind, Field = field, At = Sent });
    }

    [Theory]
    [InlineData("""{"type":"INSTALL","appId":"ap1","companyId":"co1","locationId":"loc1"}""")]
    [InlineData("""{"type":"OpportunityCreate","locationId":"loc1","id":"op1"}""")]
    public void Of_something_else_is_genuine_and_tells_nothing(string body)
    {
        var reading = Receiver().Read(new A_delivery { Body = body }.Signed().Request, [Of("loc1")]);

        (reading.Verdict, reading.Notices.Count).Should().Be((WebhookVerdict.Genuine, 0));
    }

    [Fact]
    public void Whose_body_was_changed_is_refused() =>
        Refused(new A_delivery { Body = Update }.Signed() with { Body = Update + " " }).Should().Contain("signature is wrong");

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("***")]
    public void Whose_signature_is_none_is_refused(string signature) =>
        Refused(new A_delivery { Body = Update }.With("X-GHL-Signature", signature)).Should().Contain("signature is wrong");

    [Fact]
    public void Without_a_signature_is_refused() => Refused(new A_delivery { Body = Update }).Should().Contain("no signature");

    [Theory]
    [InlineData(79, true)]
    [InlineData(81, false)]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public void Is_believed_as_long_as_HighLevel_tries_again(int minutes, bool isBelieved)
    {
        var receiver = new WebhookReceiver(Options(), new At(Sent + Duration.FromMinutes(minutes)));

        var reading = receiver.Read(new A_delivery { Body = Update }.Signed().Request, [Of("loc1")]);

        reading.Verdict.Should().Be(isBelieved ? WebhookVerdict.Genuine : WebhookVerdict.Refused);
    }

    [Fact]
    public void Comes_seven_times_at_most()
    {
        var receiver = Receiver();
        var delivery = new A_delivery { Body = Update }.Signed().Request;

        var verdicts = Enumerable.Range(0, 9).Select(_ => receiver.Read(delivery, [Of("loc1")]).Verdict).ToList();

        verdicts.Count(static verdict => verdict == WebhookVerdict.Genuine).Should().Be(7);
        verdicts.Skip(7).Should().OnlyContain(static verdict => verdict == WebhookVerdict.Refused);
    }

    [Fact]
    public void Of_another_app_is_refused_although_one_key_signs_for_all() =>
        Refused(new A_delivery { Body = Update.Replace("ap1", "ap2") }.Signed()).Should().Contain("another app");

    [Fact]
    public void That_could_not_be_kept_is_asked_for_again_by_the_only_status_that_HighLevel_heeds()
    {
        using var adapter = new HighLevelAdapter(
            Microsoft.Extensions.Options.Options.Create(Options()), new NoHttp(), _time, _time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<HighLevelAdapter>.Instance);

        Enum.GetValues<WebhookOutcome>().Select(outcome => adapter.Answer(outcome).Status).Should().Equal(200, 401, 400, 429);
    }

    [Fact]
    public void Signed_the_older_way_is_believed_only_where_that_is_allowed()
    {
        using var rsa = RSA.Create(2048);
        var delivery = new A_delivery { Body = Update }.With(
            "x-wh-signature", Convert.ToBase64String(rsa.SignData(System.Text.Encoding.UTF8.GetBytes(Update), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        var options = Options();
        options.OlderWebhookKey = rsa.ExportSubjectPublicKeyInfoPem();
        var strict = new WebhookReceiver(options, new At(Sent)).Read(delivery.Request, [Of("loc1")]);
        options.BelievesOlderSignature = true;
        var receiver = new WebhookReceiver(options, new At(Sent));

        strict.Verdict.Should().Be(WebhookVerdict.Refused);
        receiver.Read(delivery.Request, [Of("loc1")]).Verdict.Should().Be(WebhookVerdict.Genuine);
        receiver.Read(delivery.With("X-GHL-Signature", "AAAA").Request, [Of("loc1")]).Verdict.Should().Be(WebhookVerdict.Refused);
        receiver.Read((delivery with { Body = Update + " " }).Request, [Of("loc1")]).Verdict.Should().Be(WebhookVerdict.Refused);
    }

    private static HighLevelOptions Options() => new() { ClientId = "ap1-client", ClientSecret = "secret", WebhookKey = A_delivery.PublicKey };

    private static WebhookReceiver Receiver() => new(Options(), new At(Sent));

    private static string? Refused(A_delivery delivery)
    {
        var reading = Receiver().Read(delivery.Request, [Of("loc1")]);
        (reading.Verdict, reading.Notices.Count).Should().Be((WebhookVerdict.Refused, 0));
        return reading.Reason;
    }

    private static Connection Of(string location) => new() { Name = location, Kind = "HighLevel", AccountId = location };

    private sealed class At(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }

    private sealed class NoHttp : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new NotSupportedException("Nothing is asked.");
    }
}
