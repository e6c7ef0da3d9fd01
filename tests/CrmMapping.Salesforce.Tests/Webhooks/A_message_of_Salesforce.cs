using System.Text;
using static CrmMapping.Salesforce.Tests.SalesforceAccount;

namespace CrmMapping.Salesforce.Tests.Webhooks;

public sealed class A_message_of_Salesforce
{
    private const string Token = "webhook-token-0001-long";
    private const string Org = "00D5g0000000001EAA";

    private static readonly Connection Acme = new() { Name = "Acme", Kind = "Salesforce", AccountId = Org };

    [Theory, Trait("Rule", "S2")]
    [InlineData("00D5g0000000001")]
    [InlineData(Org)]
    public void Tells_of_its_contacts_and_leads(string org)
    {
        var reading = Read(An_outbound_message.Of(org, ("Contact", "0035g00000FgHiJ"), ("Lead", "00Q5g00000XyZaBEAV"), ("Case", "5005g00000XyZaBEAV")));

        reading.Verdict.Should().Be(WebhookVerdict.Genuine);
        reading.Notices.Should().Equal(
            new Notice { Connection = "Acme", Side = SyncSide.Crm, Id = "0035g00000FgHiJAAV" },
            new Notice { Connection = "Acme", Side = SyncSide.Crm, Id = "00Q5g00000XyZaBEAV", RecordType = RecordType.Lead });
    }

    [Theory, Trait("Rule", "S2")]
    [InlineData("", null)]
    [InlineData("?token=", null)]
    [InlineData("?token=webhook-token-0001-lonG", null)]
    [InlineData("?x=webhook-token-0001-long", null)]
    [InlineData("?token=webhook-token-0001-long", "Bearer wrong")]
    public void Is_not_believed_without_the_token(string query, string? header) =>
        Read("<not even xml", query, header).Verdict.Should().Be(WebhookVerdict.Refused);

    [Fact, Trait("Rule", "S2")]
    public void Is_not_believed_where_no_token_is_configured() =>
        new WebhookReceiver(new SalesforceOptions()).Read(Request("", "?token="), [Acme]).Verdict.Should().Be(WebhookVerdict.Refused);

    [Fact, Trait("Rule", "S2")]
    public void Is_not_believed_of_an_org_that_is_not_connected() =>
        Read(An_outbound_message.Of("00D5g0000000002AAA", ("Contact", "0035g00000FgHiJ"))).Verdict.Should().Be(WebhookVerdict.Refused);

    [Theory, Trait("Rule", "S2")]
    [InlineData("<x/>")]
    [InlineData("<x")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>""")]
    [InlineData("""<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>""")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"source":"aws.partner/salesforce.com""")]
    public void Is_none_where_its_body_is_none(string body) => Read(body).Verdict.Should().Be(WebhookVerdict.Malformed);

    [Theory]
    [InlineData("UPDATE", NoticeKind.Changed)]
    [InlineData("GAP_UPDATE", NoticeKind.Changed)]
    [InlineData("UNDELETE", NoticeKind.Changed)]
    [InlineData("DELETE", NoticeKind.Deleted)]
    public void May_be_a_relayed_change_event(string changeType, NoticeKind kind) =>
        Read(A_change_event.Of(Org, changeType, "0035g00000FgHiJAAV", "0035g00000FgHiKAAV"), "", $"Bearer {Token}").Notices
            .Select(notice => (notice.Id, notice.Kind)).Should().Equal(("0035g00000FgHiJAAV", kind), ("0035g00000FgHiKAAV", kind));

    [Fact]
    public void Names_no_record_where_changes_overflowed() =>
        Read(A_change_event.Of(Org, "GAP_OVERFLOW", "000000000000000AAA"), "", $"Bearer {Token}").Notices.Should().BeEmpty();

    [Fact]
    public async Task Is_acknowledged_in_its_own_words_once_it_is_kept()
    {
        await using var account = await OpenAsync();

        account.Adapter.Answer(WebhookOutcome.Kept).Should().BeEquivalentTo(new { Status = 200, ContentType = "text/xml; charset=utf-8" });
        account.Adapter.Answer(WebhookOutcome.Kept).Body.Should().Contain("<Ack>true</Ack>");
        account.Adapter.Answer(WebhookOutcome.NotKept).Should().Be(new WebhookAnswer(503));
    }

    private static WebhookReading Read(string body, string query = $"?token={Token}", string? header = null) =>
        new WebhookReceiver(new SalesforceOptions { WebhookToken = Token }).Read(Request(body, query, header), [Acme]);

    private static WebhookRequest Request(string body, string query, string? header = null) => new(
        "POST", $"https://hooks.example.com/crm/salesforce{query}", Encoding.UTF8.GetBytes(body), name => name == "Authorization" ? header : null);
}
