using System.Text;
using NodaTime;

namespace CrmMapping.Aircall.Tests;

public sealed class A_webhook
{
    private const string Token = "df76g76dpziygs567f0";

    private static readonly (TelephonyAccount, TelephonyCredentials)[] Accounts =
    [
        Account("One", "first", "second"), Account("Two", Token), Account("Three", "", " "),
    ];

    [Fact]
    public void Shows_the_call_as_it_was_then() => Read(Body("call.tagged", timestamp: 1_790_000_100)).Should().BeEquivalentTo(new CallReading
    {
        Verdict = WebhookVerdict.Genuine,
        Account = "Two",
        Calls =
        [
            new PhoneCall
            {
                Id = "812",
                Direction = CallDirection.Inbound,
                StartedAt = At(0),
                AnsweredAt = At(6),
                EndedAt = At(11),
                ContactNumber = "+44 330 818 6690",
                LineNumber = "+43720880079",
                UserEmail = "lee@example.com",
                UserName = "Lee Ng",
                Tags = [new CallTag(678, "Demo booked")],
                Comments = ["call back"],
                RecordingLink = new Uri("https://assets.aircall.io/calls/812/recording"),
                ToldAt = At(100),
            },
        ],
    });

    [Theory]
    [InlineData("call.hungup", 11, false)]
    [InlineData("call.tagged", 13, false)]
    [InlineData("call.commented", 70, false)]
    [InlineData("call.ended", 41, true)]
    [InlineData("call.voicemail_left", 44, true)]
    [InlineData("call.tagged", 71, true)]
    [InlineData("call.archived", 9_000, true)]
    public void Knows_the_end_once_nothing_of_the_call_is_still_to_come(string name, long seconds, bool isKnown) =>
        Call(Body(name, timestamp: 1_790_000_000 + seconds)).EndedAt.Should().Be(isKnown ? At(11) : null);

    [Theory, Trait("Rule", "T1")]
    [InlineData("call.ended", "null", CallSituation.InboundMissed)]
    [InlineData("call.ended", "\"https://recordings.example.com/1.mp3\"", CallSituation.InboundVoicemail)]
    [InlineData("call.voicemail_left", "null", CallSituation.InboundVoicemail)]
    public void Knows_a_message_by_its_address_or_by_what_it_is_about(string name, string voicemail, CallSituation situation) =>
        Call(Body(name, data: $$"""{"id":812,"direction":"inbound","started_at":1790000000,"answered_at":null,"ended_at":1790000011,"voicemail":{{voicemail}}}"""))
            .Situation.Should().Be(situation);

    [Fact, Trait("Rule", "T5")]
    public void Tells_of_a_tag_that_was_taken_off_by_the_tags_that_are_left() =>
        Call(Body("call.untagged", data: """{"id":812,"direction":"inbound","started_at":1790000000,"tags":[{"id":679,"name":"VIP"}]}"""))
            .Tags.Should().Equal(new CallTag(679, "VIP"));

    [Fact]
    public void Names_nobody_where_nobody_answered() =>
        Call(Body("call.ended", data: """{"id":812,"direction":"inbound","started_at":1790000000,"raw_digits":"anonymous"}"""))
            .Should().Match<PhoneCall>(static call => call.UserEmail == null && call.UserName == null && call.ContactNumber == null && call.LineNumber == null);

    [Theory]
    [InlineData("contact.created")]
    [InlineData("number.opened")]
    [InlineData("message.received")]
    [InlineData("call.comm_assets_generated")]
    [InlineData("call.invented_tomorrow")]
    public void Is_passed_over_where_it_is_about_something_else(string name) =>
        Read(Body(name, data: "7")).Should().BeEquivalentTo(new CallReading { Verdict = WebhookVerdict.Genuine, Account = "Two" });

    [Theory]
    [InlineData("""{"token":"df76g76dpziygs567f0"}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":7}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":1790000000}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":1790000000,"data":null}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","data":{"id":812,"direction":"inbound","started_at":1}}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":99999999999999,"data":{"id":812,"direction":"inbound","started_at":1}}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":1,"data":{"id":812,"direction":"inbound","started_at":1,"tags":[{"id":7}]}}""")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":1,"data":{"id":812,"direction":"inbound"}}""")]
    public void Is_malformed_where_its_call_cannot_be_understood(string body) =>
        Read(body).Should().Match<CallReading>(static reading => reading.Verdict == WebhookVerdict.Malformed && reading.Account == "Two" && reading.Calls.Count == 0);

    [Theory, Trait("Rule", "S2")]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"event":"call.ended"}""")]
    [InlineData("""{"token":"","event":"call.ended"}""")]
    [InlineData("""{"token":" ","event":"call.ended"}""")]
    [InlineData("""{"token":null,"event":"call.ended"}""")]
    [InlineData("""{"token":["df76g76dpziygs567f0"],"event":"call.ended"}""")]
    [InlineData("""{"token":"df76g76dpziygs567f","event":"call.ended"}""")]
    [InlineData("""{"token":"df76g76dpziygs567f00","event":"call.ended"}""")]
    [InlineData("""{"data":{"token":"df76g76dpziygs567f0"},"event":"call.ended"}""")]
    public void Is_refused_without_the_token_of_an_account(string body) => Read(body)
        .Should().Match<CallReading>(static reading => reading.Verdict == WebhookVerdict.Refused && reading.Account == null && reading.Calls.Count == 0);

    [Fact, Trait("Rule", "S2")]
    public void Is_refused_where_no_account_has_a_token() =>
        WebhookReceiver.Read(Bytes(Body("call.ended")), [Account("One")]).Verdict.Should().Be(WebhookVerdict.Refused);

    [Theory]
    [InlineData("first", "One")]
    [InlineData("second", "One")]
    [InlineData(Token, "Two")]
    public void Comes_from_the_account_whose_webhook_has_its_token(string token, string account) =>
        Read(Body("call.ended").Replace(Token, token, StringComparison.Ordinal)).Account.Should().Be(account);

    [Theory, Trait("Rule", "S3")]
    [InlineData("""{"token":"df76g76dpziygs567f0","event":"call.ended","timestamp":"+44 330 818 6690"}""")]
    [InlineData("""{"token":"a-wrong-t0ken +44 330 818 6690","event":"call.ended"}""")]
    public void Is_told_in_the_log_without_secret_and_value(string body) =>
        Read(body).Reason.Should().NotBeNull().And.NotContain("330").And.NotContain("t0ken").And.NotContain(Token);

    [Theory]
    [InlineData(WebhookOutcome.Kept, 200)]
    [InlineData(WebhookOutcome.Malformed, 200)]
    [InlineData(WebhookOutcome.Refused, 401)]
    [InlineData(WebhookOutcome.NotKept, 503)]
    public async Task Comes_again_only_where_that_helps(WebhookOutcome outcome, int status)
    {
        await using var company = await AircallCompany.OpenAsync();

        company.Adapter.Answer(outcome).Status.Should().Be(status);
    }

    private static CallReading Read(string body) => WebhookReceiver.Read(Bytes(body), Accounts);

    private static PhoneCall Call(string body) => Read(body).Calls.Single();

    private static ReadOnlyMemory<byte> Bytes(string body) => Encoding.UTF8.GetBytes(body);

    private static (TelephonyAccount, TelephonyCredentials) Account(string name, params string[] tokens) =>
        (new TelephonyAccount(name, "Aircall"), new TelephonyCredentials { Secret = "x", WebhookTokens = tokens.ToEquatableArray() });

    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(1_790_000_000 + seconds);

    private static string Body(string name, string? data = null, long timestamp = 1_790_000_100) =>
        $$"""{"resource":"call","event":"{{name}}","timestamp":{{timestamp}},"token":"{{Token}}","data":{{data ?? Tagged}}}""";

    private const string Tagged = """
        {"id":812,"direct_link":"https://api.aircall.io/v1/calls/812","direction":"inbound","status":"done","missed_call_reason":null,
         "started_at":1790000000,"answered_at":1790000006,"ended_at":1790000011,"duration":11,"raw_digits":"+44 330 818 6690","voicemail":null,
         "recording":"https://recordings.example.com/1.mp3?X-Amz-Signature=a","asset":"https://assets.aircall.io/calls/812/recording","archived":false,
         "user":{"id":456,"name":"Lee Ng","email":"lee@example.com"},"number":{"id":1234,"digits":"+43 720 880079","e164_digits":"+43720880079","country":"AT"},
         "teams":[],"comments":[{"id":735,"content":"call back"}],
         "tags":[{"id":678,"name":"Demo booked","tagged_by":{"id":456,"name":"Lee Ng"},"tagged_at":1790000013},{"id":678,"name":"Demo booked"}]}
        """;
}
