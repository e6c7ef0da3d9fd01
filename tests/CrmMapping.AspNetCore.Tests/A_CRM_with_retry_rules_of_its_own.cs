using System.Net;

namespace CrmMapping.AspNetCore.Tests;

public sealed class A_CRM_with_retry_rules_of_its_own
{
    [Fact]
    public async Task Gets_the_body_that_it_waits_for()
    {
        await using var site = await WebhookSite.StartAsync(crm => InventedBuilder.Add(crm, "Invented", new ParticularCrm()));

        var answer = await site.SendAsync("changed 7");

        answer.StatusCode.Should().Be(HttpStatusCode.Accepted);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/plain");
        (await answer.Content.ReadAsStringAsync()).Should().Be("taken");
        site.Store.Notices.Should().ContainSingle();
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Is_told_in_its_own_words_to_send_again_what_could_not_be_kept()
    {
        await using var site = await WebhookSite.StartAsync(crm => InventedBuilder.Add(crm, "Invented", new ParticularCrm()));
        site.Store.Durable = Task.FromException(new SyncStoreException("sync.db", "is full.", isPassing: true));

        var answer = await site.SendAsync("changed 7");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(30));
    }

    /// <summary>Sends again only what was answered with 429, and wants a word for the rest.</summary>
    private sealed class ParticularCrm : ICrmAdapter, IReceivesNotices
    {
        private readonly InventedCrm _crm = new("Invented");

        public string Kind => _crm.Kind;

        public CrmTraits Traits => _crm.Traits;

        public ICrmSession Open(Connection connection) => _crm.Open(connection);

        public WebhookReading Read(in WebhookRequest request, IReadOnlyList<Connection> connections) => _crm.Read(request, connections);

        public WebhookAnswer Answer(WebhookOutcome outcome) => outcome switch
        {
            WebhookOutcome.Kept => new(202, "text/plain", "taken"),
            WebhookOutcome.NotKept => new(429),
            _ => WebhookAnswer.Of(outcome),
        };
    }
}
