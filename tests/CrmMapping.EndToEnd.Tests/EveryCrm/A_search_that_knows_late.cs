using NodaTime;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

public sealed class A_search_that_knows_late
{
    private static readonly Duration Lag = Duration.FromHours(1);

    private readonly Hand _hand = new();

    [Fact, Trait("Rule", "X7")]
    public async Task Takes_nothing_back_that_was_written_since()
    {
        await using var crm = await PlayedHighLevel.StartAsync(Lag, _hand);
        await using var sync = new PlayedSync(crm);
        var id = CreateLongAgo(crm, ("email", "ada@example.com"), ("firstName", "Ada"), ("city", "Oslo"));
        await sync.PullAsync();
        var link = (await sync.LinksAsync()).Should().ContainSingle().Subject;
        await sync.EditAsync(link.LocalId, static person => person.City = "Rome");
        await sync.SyncChangesAsync();

        await sync.PullAsync();

        ((await sync.ReadAsync(link.LocalId)).City, crm.Read(id)["city"]).Should().Be(("Rome", "Rome"));
    }

    [Fact, Trait("Rule", "F2")]
    public async Task Costs_nobody_what_was_just_filled_in()
    {
        await using var crm = await PlayedHighLevel.StartAsync(Lag, _hand);
        await using var sync = new PlayedSync(crm);
        var id = CreateLongAgo(crm, ("email", "ada@example.com"), ("firstName", "Ada"));
        await sync.AddAsync([new Person { Email = "ada@example.com", FirstName = "Ada", City = "Oslo" }]);
        crm.Edit(id, "city", "Rome");

        await sync.PushAsync();

        var link = (await sync.LinksAsync()).Should().ContainSingle().Subject;
        ((await sync.ReadAsync(link.LocalId)).City, crm.Read(id)["city"]).Should().Be(("Rome", "Rome"));
    }

    [Fact, Trait("Rule", "M2")]
    public async Task Writes_nothing_to_a_record_that_is_another_persons_by_now()
    {
        await using var crm = await PlayedHighLevel.StartAsync(Lag, _hand);
        await using var sync = new PlayedSync(crm);
        var id = CreateLongAgo(crm, ("email", "ada@example.com"), ("firstName", "Ada"));
        await sync.AddAsync([new Person { Email = "ada@example.com", FirstName = "Ada", City = "Oslo" }]);
        crm.Edit(id, "email", "zoe@example.com");

        await sync.PushAsync();

        (await sync.LinksAsync()).Should().BeEmpty();
        crm.Read(id).Should().NotContainKey("city");
    }

    private string CreateLongAgo(PlayedCrm crm, params (string Field, string Value)[] values)
    {
        var id = crm.Create(values.Select(static value => KeyValuePair.Create<string, string?>(value.Field, value.Value)));
        _hand.Now += 2 * Lag;
        return id;
    }

    private sealed class Hand : IClock
    {
        public Instant Now { get; set; } = SystemClock.Instance.GetCurrentInstant() - (3 * Lag);

        public Instant GetCurrentInstant() => Now;
    }
}
