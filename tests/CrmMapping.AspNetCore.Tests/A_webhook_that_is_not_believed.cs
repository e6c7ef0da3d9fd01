using System.Net;
using System.Text;

namespace CrmMapping.AspNetCore.Tests;

public sealed class A_webhook_that_is_not_believed
{
    private const string Secret = "+14155550123";

    [Fact, Trait("Rule", "S2")]
    public async Task Changes_nothing_and_learns_nothing()
    {
        await using var site = await WebhookSite.StartAsync();

        var answer = await site.SendAsync($"changed {Secret}", signature: "0000");

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).Should().BeEmpty();
        ShouldHaveChangedNothing(site);
        site.Log.Text.Should().Contain("4001 Warning Invented: a webhook was not believed: The signature is wrong.");
    }

    [Fact, Trait("Rule", "S2")]
    public async Task Does_not_reach_the_store_however_often_it_comes()
    {
        await using var site = await WebhookSite.StartAsync();
        await site.SendAsync("changed 1", signature: "0000");
        var reads = site.Connections.Reads;

        for (var time = 0; time < 20; time++)
        {
            await site.SendAsync("changed 1", signature: "0000");
        }

        site.Connections.Reads.Should().Be(reads);
    }

    [Fact]
    public async Task Is_malformed_when_genuine_but_not_understood()
    {
        await using var site = await WebhookSite.StartAsync();

        var answer = await site.SendAsync($"deleted {Secret}");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ShouldHaveChangedNothing(site);
        site.Log.Text.Should().Contain("4002 Warning Invented");
    }

    [Theory]
    [InlineData("http://localhost/crm-webhooks/other")]
    [InlineData("http://localhost/crm-webhooks/invented/more")]
    public async Task Is_not_found_when_it_is_of_nobody(string url)
    {
        await using var site = await WebhookSite.StartAsync();

        (await site.SendAsync("changed 7", url)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        ShouldHaveChangedNothing(site);
    }

    [Theory]
    [InlineData(2048, true, HttpStatusCode.OK)]
    [InlineData(2048, false, HttpStatusCode.OK)]
    [InlineData(2049, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(2049, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Is_too_large_beyond_the_limit_whether_it_says_so_or_not(int length, bool saysLength, HttpStatusCode status)
    {
        await using var site = await WebhookSite.StartAsync(webhooks => webhooks.MaxBodyBytes = 2048);
        var body = "changed ".PadRight(length, '7');
        using HttpContent content = saysLength ? new StringContent(body) : new Unmeasured(body);

        var answer = await site.SendAsync(content, WebhookSite.Address, InventedCrm.Sign(WebhookSite.Address, body));

        answer.StatusCode.Should().Be(status);
        site.Store.Notices.Should().HaveCount(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task Is_not_taken_when_its_body_is_encoded()
    {
        await using var site = await WebhookSite.StartAsync();
        using var content = new StringContent("changed 7");
        content.Headers.ContentEncoding.Add("gzip");

        var answer = await site.SendAsync(content, WebhookSite.Address, InventedCrm.Sign(WebhookSite.Address, "changed 7"));

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        ShouldHaveChangedNothing(site);
    }

    [Fact]
    public async Task Is_dropped_when_its_body_never_ends_and_the_caller_hangs_up()
    {
        await using var site = await WebhookSite.StartAsync();
        using var hangUp = new CancellationTokenSource();
        using var content = new Endless();

        var answer = site.SendAsync(content, WebhookSite.Address, "0000", hangUp.Token);
        await content.Started.Task;
        await hangUp.CancelAsync();

        await answer.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        ShouldHaveChangedNothing(site);
    }

    [Fact]
    public async Task Is_none_of_the_adapters_troubles_to_the_log()
    {
        await using var site = await WebhookSite.StartAsync(crm => InventedBuilder.Add(crm, "Invented", new ClumsyCrm("Invented")));

        var answer = await site.SendAsync($"changed {Secret}", signature: "0000");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        ShouldHaveChangedNothing(site);
        site.Log.Text.Should().Contain("4005 Error Invented: the adapter failed to read a webhook by a FormatException");
    }

    private static void ShouldHaveChangedNothing(WebhookSite site)
    {
        site.Store.Notices.Should().BeEmpty();
        site.WakeUps.Signalled.Should().BeEmpty();
        site.Log.Text.Should().NotContain(Secret);
    }

    private sealed class Unmeasured(string body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();

        protected override bool TryComputeLength(out long length) => (length = -1) > 0;
    }

    private sealed class Endless : HttpContent
    {
        private readonly TaskCompletionSource _never = new();

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("changed 7"u8.ToArray());
            Started.SetResult();
            await _never.Task;
        }

        protected override bool TryComputeLength(out long length) => (length = -1) > 0;
    }
}
