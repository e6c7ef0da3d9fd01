using NodaTime;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

public sealed class A_search_that_knows_late : IAsyncLifetime
{
    private static readonly Duration Lag = Duration.FromHours(1);

    private readonly Hand _hand = new();
    private PlayedCrm _crm = null!;
    private PlayedSync _sync = null!;

    public async Task InitializeAsync()
    {
        _crm = await PlayedHighLevel.StartAsync(Lag, _hand);
        _sync = new PlayedSync(_crm);
    }

    public async Task DisposeAsync()
    {
        await _sync.DisposeAsync();
        await _crm.DisposeAsync();
    }

    [Fact, Trait("Rule", "X7")]
    public async Task Takes_nothing_back_that_was_written_since()
    {
        var id = CreateLongAgo(("email", "ada@example.com"), ("firstName", "Ada"), ("city", "Oslo"));
        await _sync.PullAsync();
        var link = (await _sync.LinksAsync()).Should().ContainSingle().Subject;
        await _sync.EditAsync(link.LocalId, static person => person.City = "Rome");
        await _sync.SyncChangesAsync();

        await _sync.PullAsync();

        ((await _sync.ReadAsync(link.LocalId)).City, _crm.Read(id)["city"]).Should().Be(("Rome", "Rome"));
    }

    [Fact, Trait("Rule", "F2")]
    public async Task Costs_nobody_what_was_just_filled_in()
    {
        var id = CreateLongAgo(("email", "ada@example.com"), ("firstName", "Ada"));
        await _sync.AddAsync([new Person { Email = "ada@example.com", FirstName = "Ada", City = "Oslo" }]);
        _crm.Edit(id, "city", "Rome");

        await _sync.PushAsync();

        var link = (await _sync.LinksAsync()).Should().ContainSingle().Subject;
        ((await _sync.ReadAsync(link.LocalId)).City, _crm.Read(id)["city"]).Should().Be(("Rome", "Rome"));
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Writes_nothing_to_a_record_that_is_another_persons_by_now()
    {
        var id = CreateLongAgo(("email", "ada@example.com"), ("firstName", "Ada"));
        await _sync.AddAsync([new Person { Email = "ada@example.com", FirstName = "Ada", City = "Oslo" }]);
        _crm.Edit(id, "email", "zoe@example.com");

        await _sync.PushAsync();

        (await _sync.LinksAsync()).Should().BeEmpty();
        _crm.Read(id).Should().NotContainKey("city");
    }

    private string CreateLongAgo(params (string Field, string Value)[] values)
    {
        var id = _crm.Create(values.Select(static value => KeyValuePair.Create<string, string?>(value.Field, value.Value)));
        _hand.Now += 2 * Lag;
        return id;
    }

    private sealed class Hand : IClock
    {
        public Instant Now { get; set; } = SystemClock.Instance.GetCurrentInstant() - (3 * Lag);

        public Instant GetCurrentInstant() => Now;
    }
}
