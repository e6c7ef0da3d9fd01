using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using static CrmMapping.HubSpot.Tests.HubSpotAccount;

namespace CrmMapping.HubSpot.Tests;

public sealed class A_clock_that_is_not_HubSpots
{
    [Theory, Trait("Rule", "S6")]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Loses_no_change(int minutes)
    {
        await using var account = await OpenAsync(apart: Duration.FromMinutes(minutes));

        await FollowAsync(account);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task Loses_no_change_where_answers_bear_no_date()
    {
        await using var account = await OpenAsync(
            apart: Duration.FromMinutes(-10), http: client => client.AddHttpMessageHandler(() => new WithoutDate()));

        await FollowAsync(account);
    }

    [Theory, Trait("Rule", "S1")]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task Finds_what_was_created_since(int minutes)
    {
        await using var account = await OpenAsync(apart: Duration.FromMinutes(minutes));
        var sent = account.Time.GetCurrentInstant();
        account.Time.Advance(TimeSpan.FromSeconds(1));
        var ada = account.Create("ada@example.com");
        account.Time.Advance(TimeSpan.FromMinutes(1));

        // The engine looks ten minutes further back than it sent a create.
        using var page = await account.Session.ReadCreatedAsync(Fields, sent - Duration.FromMinutes(10), default);

        page.Select(record => record.Id).Should().Equal(ada);
    }

    [Fact]
    public async Task Is_told_with_the_connections_name_and_what_to_do()
    {
        var log = new Lines();
        await using var account = await OpenAsync(apart: Duration.FromMinutes(10), log: log);

        await account.Session.ReadOwnersAsync(default);

        log.Of(2005).Should().ContainSingle().Which.Should().StartWith("Acme: this machine's clock is ").And.Contain("behind HubSpot's. Set it right");
    }

    // Each minute somebody edits, and each minute the account is polled: every edit comes, and in the end nothing more.
    private static async Task FollowAsync(HubSpotAccount account)
    {
        using var start = await account.Session.ReadChangesAsync(Fields, null, default);
        var (position, created, read) = (start.Next!, new List<string>(), new List<string>());
        for (var minute = 0; minute < 40; minute++)
        {
            created.Add(account.Create($"c{minute}@example.com"));
            account.Time.Advance(TimeSpan.FromMinutes(1));
            using var page = await account.Session.ReadChangesAsync(Fields, position, default);
            read.AddRange(page.Select(record => record.Id));
            position = page.Next!;
        }

        read.Should().Equal(created);
    }

    private sealed class WithoutDate : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Headers.Date = null;
            return response;
        }
    }
}
