using System.Net;

namespace CrmMapping.Emulators.Tests;

public sealed class A_fault : EmulatorTests
{
    private readonly EndlessTime _endless = new();

    protected override HubSpotEmulatorOptions Options => new() { TimeProvider = _endless };

    [Theory]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.BadGateway, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.RateLimited, HttpStatusCode.TooManyRequests)]
    public async Task Refuses_without_writing(FaultKind kind, HttpStatusCode status)
    {
        Emulator.Faults.Next(kind);

        var refused = await Post(Contacts, new { properties = Values(("email", "ada@example.com")) });

        refused.Status.Should().Be(status);
        Emulator.Contacts.Count.Should().Be(0);
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Fault == kind && request.Status == (int)status);
    }

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.CutBody)]
    public async Task Loses_a_yes_to_a_write_that_happened(FaultKind kind)
    {
        Emulator.Faults.Next(kind, "/contacts");

        await FluentActions.Awaiting(() => Post(Contacts, new { properties = Values(("email", "ada@example.com")) }))
            .Should().ThrowAsync<HttpRequestException>();

        Emulator.Contacts.FindByEmail("ada@example.com").Should().NotBeNull();
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Status == 201);
    }

    [Fact]
    public async Task Cuts_a_write_short_that_does_not_happen()
    {
        Emulator.Faults.Next(FaultKind.CutRequest, "/contacts");

        await FluentActions.Awaiting(() => Post(Contacts, new { properties = Values(("email", "ada@example.com")) }))
            .Should().ThrowAsync<HttpRequestException>();

        Emulator.Contacts.Count.Should().Be(0);
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Fault == FaultKind.CutRequest && request.Status == 0);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Answers_word_for_word_whether_it_does_what_was_asked_or_not(bool isCarriedOut, int contacts)
    {
        Emulator.Faults.Next(new FaultAnswer
        {
            Status = 477,
            Body = "moving",
            ContentType = "text/plain",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" },
            IsCarriedOut = isCarriedOut,
        });

        var reply = await Post(Contacts, new { properties = Values(("email", "ada@example.com")) });

        ((int)reply.Status, reply.Header("Retry-After"), Emulator.Contacts.Count).Should().Be((477, "3600", contacts));
        Emulator.Requests.Recent.Should().ContainSingle(request => request.Fault == FaultKind.Worded && request.Status == 477);
    }

    [Fact]
    public void Of_words_needs_the_words() =>
        Emulator.Faults.Invoking(faults => faults.Next(FaultKind.Worded)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Hangs_until_the_client_gives_up()
    {
        Emulator.Faults.Next(FaultKind.Hang);
        using var patience = new CancellationTokenSource();
        using var http = new HttpClient();

        var hanging = http.GetAsync(new Uri(Emulator.BaseAddress, Contacts), patience.Token);
        await _endless.Wait;
        await patience.CancelAsync();

        await hanging.Awaiting(request => request).Should().ThrowAsync<OperationCanceledException>();
        (await Get(Contacts)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Hits_only_the_paths_it_was_meant_for_and_as_often_as_ordered()
    {
        Emulator.Faults.Next(FaultKind.ServerError, "/owners", count: 2);

        var replies = new[] { await Get(Contacts), await Get("/crm/v3/owners"), await Get("/crm/v3/owners"), await Get("/crm/v3/owners") };

        replies.Select(reply => (int)reply.Status).Should().Equal(200, 500, 500, 200);
    }

    [Fact]
    public void Is_drawn_from_the_seed_alone_in_about_the_share_that_was_asked_for()
    {
        var draws = Draw(seed: 7);

        draws.Should().Equal(Draw(seed: 7)).And.NotEqual(Draw(seed: 8));
        draws.Count(kind => kind is not null).Should().BeInRange(200, 500, "a fifth of a thousand, and storms on top");
        draws.OfType<FaultKind>().Distinct().Should().BeEquivalentTo(Enum.GetValues<FaultKind>().Except([FaultKind.Worded]));
    }

    [Fact]
    public void Comes_no_more_once_the_limit_is_reached()
    {
        var faults = new FaultInjector(1) { Plan = new FaultPlan { ServerError = 1, Limit = 3 } };

        var draws = Enumerable.Range(1, 10).Count(number => faults.Draw(number, "/") is not null);

        draws.Should().Be(3);
    }

    [Fact]
    public void Of_limits_comes_as_a_storm()
    {
        var faults = new FaultInjector(1) { Plan = new FaultPlan { RateLimited = 1, StormLength = 4, Limit = 1 } };

        var draws = Enumerable.Range(1, 6).Select(number => faults.Draw(number, "/")?.Kind);

        draws.Should().Equal(FaultKind.RateLimited, FaultKind.RateLimited, FaultKind.RateLimited, FaultKind.RateLimited, null, null);
    }

    [Fact]
    public void Plan_whose_probabilities_exceed_one_is_refused()
    {
        var faults = new FaultInjector(1);

        faults.Invoking(injector => injector.Plan = new FaultPlan { ServerError = 0.6, Slow = 0.5 }).Should().Throw<ArgumentException>();
    }

    private static List<FaultKind?> Draw(long seed)
    {
        var faults = new FaultInjector(seed) { Plan = FaultPlan.Share(0.2) with { Hang = 0.02 } };
        return [.. Enumerable.Range(1, 1000).Select(number => faults.Draw(number, "/")?.Kind)];
    }

    /// <summary>A time on which a wait never ends; it tells when the first begins.</summary>
    private sealed class EndlessTime : TimeProvider
    {
        private readonly TaskCompletionSource _wait = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Wait => _wait.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _wait.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
