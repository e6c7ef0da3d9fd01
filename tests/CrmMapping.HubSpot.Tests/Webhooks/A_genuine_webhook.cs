using NodaTime;

namespace CrmMapping.HubSpot.Tests;

public sealed class A_genuine_webhook
{
    private const long Now = 1790000000000;

    private static readonly Connection One = new() { Name = "One", Kind = "HubSpot", AccountId = "1234567" };
    private static readonly Connection Two = new() { Name = "Two", Kind = "HubSpot", AccountId = "7654321" };
    private static readonly Connection Any = new() { Name = "Any", Kind = "HubSpot" };

    [Theory]
    [InlineData("contact.propertyChange", "")]
    [InlineData("object.propertyChange", ",\"objectTypeId\":\"0-1\"")]
    public void Tells_which_property_changed_and_when(string type, string more) => Notices(
        $$"""[{"portalId":1234567,"occurredAt":1790000000000,"subscriptionType":"{{type}}"{{more}},"objectId":512,"propertyName":"phone"}]""")
        .Should().Equal(Notice("512") with { Field = "phone" });

    [Fact]
    public void May_name_its_type_as_the_documents_do() => Notices(
        """[{"portalId":1234567,"occurredAt":1790000000000,"eventType":"contact.creation","objectId":513}]""")
        .Should().Equal(Notice("513"));

    [Theory]
    [InlineData("contact.deletion", NoticeKind.Deleted)]
    [InlineData("contact.privacyDeletion", NoticeKind.Erased)]
    [InlineData("contact.restore", NoticeKind.Changed)]
    public void Tells_what_became_of_a_contact(string type, NoticeKind kind) => Notices(
        $$"""[{"portalId":1234567,"occurredAt":1790000000000,"subscriptionType":"{{type}}","objectId":512}]""")
        .Should().Equal(Notice("512") with { Kind = kind });

    [Fact]
    public void Leads_both_merged_contacts_to_the_third() => Notices(
        """[{"portalId":1234567,"occurredAt":1790000000000,"subscriptionType":"contact.merge","objectId":1,"primaryObjectId":1,"mergedObjectIds":[1,2],"newObjectId":3}]""")
        .Should().Equal(
            Notice("1") with { Kind = NoticeKind.Merged, MergedInto = "3" },
            Notice("2") with { Kind = NoticeKind.Merged, MergedInto = "3" },
            Notice("3"));

    [Fact]
    public void Goes_to_the_connection_of_its_account() => Notices(
        """[{"portalId":1234567,"subscriptionType":"contact.creation","objectId":1},{"portalId":7654321,"subscriptionType":"contact.creation","objectId":2}]""",
        One, Two).Select(notice => (notice.Connection, notice.Id)).Should().Equal(("One", "1"), ("Two", "2"));

    [Fact]
    public void Goes_to_a_connection_that_names_no_account() => Notices(
        """[{"portalId":42,"subscriptionType":"contact.creation","objectId":1}]""", One, Any).Should().ContainSingle()
        .Which.Connection.Should().Be("Any");

    [Theory]
    [InlineData("""{"subscriptionType":"company.creation","objectId":1}""")]
    [InlineData("""{"subscriptionType":"contact.somethingNew","objectId":1}""")]
    [InlineData("""{"subscriptionType":"object.creation","objectTypeId":"0-2","objectId":1}""")]
    [InlineData("""{"subscriptionType":7,"objectId":1}""")]
    [InlineData("""{"subscriptionType":"contact.creation"}""")]
    [InlineData("""{"subscriptionType":"contact.creation","objectId":1e999}""")]
    [InlineData("""{"subscriptionType":"contact.creation","objectId":{"a":[]}}""")]
    [InlineData("""{"subscriptionType":"contact.creation","objectId":"1; drop"}""")]
    [InlineData("""{"subscriptionType":"contact.creation","objectId":-1}""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Is_passed_over_where_it_speaks_of_nothing_known(string item) => Notices($"[{item}]", Any).Should().BeEmpty();

    [Fact]
    public void Keeps_its_contact_when_its_time_is_absurd() => Notices(
        """[{"subscriptionType":"contact.creation","objectId":1,"occurredAt":99999999999999999999}]""", Any)
        .Should().ContainSingle().Which.At.Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("[{\"objectId\":1}")]
    public void Is_malformed_when_it_is_no_list(string body) => Read(body).Verdict.Should().Be(WebhookVerdict.Malformed);

    [Fact]
    public void Is_malformed_when_it_is_nested_without_end() =>
        Read(new string('[', 100_000)).Verdict.Should().Be(WebhookVerdict.Malformed);

    private static Notice Notice(string id) =>
        new() { Connection = "One", Side = SyncSide.Crm, Id = id, At = Instant.FromUnixTimeMilliseconds(Now) };

    private static IReadOnlyList<Notice> Notices(string body, params Connection[] connections)
    {
        var reading = Read(body, connections);
        reading.Verdict.Should().Be(WebhookVerdict.Genuine);
        return reading.Notices;
    }

    private static WebhookReading Read(string body, params Connection[] connections)
    {
        var receiver = new WebhookReceiver(new HubSpotOptions { WebhookSecret = "secret" }, new FixedClock(Now));
        return receiver.Read(
            new A_delivery { Body = body }.SignedNow("secret", Now).Request, connections.Length == 0 ? [One] : connections);
    }
}
