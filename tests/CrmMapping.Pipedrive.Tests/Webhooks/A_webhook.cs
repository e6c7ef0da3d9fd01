using System.Text;
using NodaTime;

namespace CrmMapping.Pipedrive.Tests;

public sealed class A_webhook
{
    private const string Time = "2026-03-01T12:00:05Z";

    private static readonly Connection One = new() { Name = "One", Kind = "Pipedrive", AccountId = "770011" };
    private static readonly Connection Two = new() { Name = "Two", Kind = "Pipedrive", AccountId = "770012" };
    private static readonly Connection Any = new() { Name = "Any", Kind = "Pipedrive" };

    [Fact]
    public void Tells_which_fields_changed_and_when() => Notices(Body(
        "change",
        data: """{"id":8123,"name":"Ines Falk","emails":[],"phones":[{"value":"+15550107788","primary":true,"label":"mobile"}]}""",
        previous: """{"name":"Ines","update_time":"2026-03-01T12:00:00Z","phones":[],"custom_fields":{"0f0e0d0c0b0a09080706050403020100ffeeddcc":null}}"""))
        .Should().Equal(
            Notice() with { Field = "name" }, Notice() with { Field = "phone" },
            Notice() with { Field = "0f0e0d0c0b0a09080706050403020100ffeeddcc" });

    [Theory]
    [InlineData("create", NoticeKind.Changed)]
    [InlineData("change", NoticeKind.Changed)]
    [InlineData("delete", NoticeKind.Deleted)]
    public void Tells_what_became_of_a_person(string action, NoticeKind kind) =>
        Notices(Body(action)).Should().Equal(Notice() with { Kind = kind });

    [Theory]
    [InlineData("delete", "\"merged_to_id\":\"9000\"", "8123", "9000")]
    [InlineData("change", "\"merged_from_id\":\"9000\"", "9000", "8123")]
    public void Leads_a_merged_person_to_its_survivor(string action, string more, string old, string survivor) =>
        Notices(Body(action, more: more)).Should().Equal(
            Notice() with { Id = old, Kind = NoticeKind.Merged, MergedInto = survivor }, Notice() with { Id = survivor });

    [Theory]
    [InlineData("\"2026-03-01T12:00:05Z\"")]
    [InlineData("1772366405")]
    [InlineData("\"1772366405\"")]
    public void Bears_its_time_in_any_of_three_forms(string time) =>
        Notices(Body("create", time: time)).Single().At.Should().Be(Notice().At);

    [Theory]
    [InlineData("99999999999999")]
    [InlineData("{}")]
    public void Keeps_its_person_when_its_time_is_absurd(string time) =>
        Notices(Body("create", time: time)).Should().Equal(Notice() with { At = null });

    [Fact]
    public void Goes_to_the_connections_of_its_company_and_to_those_that_name_none() =>
        Read(Body("create"), connections: [One, Two, Any]).Notices.Select(static notice => notice.Connection).Should().Equal("One", "Any");

    [Fact]
    public void Says_the_same_when_it_comes_again_as_the_first_may_not_have_been_kept() =>
        Notices(Body("create")).Should().Equal(Notices(Body("create")));

    [Theory]
    [InlineData("""{"meta":{"version":"2.0","entity":"deal","action":"change","entity_id":"1"}}""")]
    [InlineData("""{"meta":{"version":"2.0","entity":"person","action":"purge","entity_id":"1"}}""")]
    [InlineData("""{"meta":{"version":"2.0","entity":"person","action":"change","entity_id":"1; drop"}}""")]
    [InlineData("""{"meta":{"version":"2.0","entity":7,"action":[],"entity_id":{}}}""")]
    public void Is_passed_over_where_it_speaks_of_nothing_known(string body) => Notices(body).Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"meta":{"version":"1.0","action":"updated"}}""")]
    public void Is_malformed_when_it_is_none_of_version_2(string body) => Read(body).Verdict.Should().Be(WebhookVerdict.Malformed);

    [Theory, Trait("Rule", "S2")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic ")]
    [InlineData("Basic not base 64")]
    [InlineData("Bearer Y3JtOnNlY3JldA==")]
    [InlineData("Basic Y3JtOnNlY3JldCA=")]
    [InlineData("Basic Y3JtOg==")]
    public void Is_refused_without_the_right_sign_in(string? signIn) =>
        Read(Body("delete"), signIn).Should().Match<WebhookReading>(static reading => reading.Verdict == WebhookVerdict.Refused && reading.Notices.Count == 0);

    [Fact, Trait("Rule", "S2")]
    public void Is_refused_where_no_sign_in_is_configured() => new WebhookReceiver(new PipedriveOptions())
        .Read(Request(Body("create"), "Basic Og=="), [One]).Verdict.Should().Be(WebhookVerdict.Refused);

    private static Notice Notice() =>
        new() { Connection = "One", Side = SyncSide.Crm, Id = "8123", At = Instant.FromUtc(2026, 3, 1, 12, 0, 5) };

    private static string Body(string action, string data = "null", string previous = "null", string more = "\"attempt\":1", string time = $"\"{Time}\"") => $$"""
        {"meta":{"action":"{{action}}","entity":"person","entity_id":"8123","company_id":"770011","id":"7c812ffd","timestamp":{{time}},"version":"2.0",{{more}}},
        "data":{{data}},"previous":{{previous}}}
        """;

    private static IReadOnlyList<Notice> Notices(string body)
    {
        var reading = Read(body);
        reading.Verdict.Should().Be(WebhookVerdict.Genuine);
        return reading.Notices;
    }

    private static WebhookReading Read(string body, string? signIn = "Basic Y3JtOnNlY3JldA==", params Connection[] connections) =>
        new WebhookReceiver(new PipedriveOptions { WebhookUser = "crm", WebhookPassword = "secret" })
            .Read(Request(body, signIn), connections.Length == 0 ? [One] : connections);

    private static WebhookRequest Request(string body, string? signIn) => new(
        "POST", "https://hooks.example.com/pipedrive", Encoding.UTF8.GetBytes(body), name => name == "Authorization" ? signIn : null);
}
