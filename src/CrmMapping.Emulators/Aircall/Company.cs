using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Holds all that a company knows. Whoever reads or writes holds the <see cref="Gate"/>.</summary>
internal sealed class Company
{
    private readonly IClock _clock;

    public Company(AircallEmulatorOptions options, IClock clock, WebhookSender sender)
    {
        _clock = clock;
        Options = options;
        Tags = new TagBook(options.Tags);
        Subscriptions = new SubscriptionBook(this, sender);
        Desk = new CallDesk(this);
        Tokens = new TokenBook(options);
    }

    public Lock Gate { get; } = new();

    public AircallEmulatorOptions Options { get; }

    public CallBook Calls { get; } = new();

    public CallDesk Desk { get; }

    public TagBook Tags { get; }

    public UserBook Users { get; } = new();

    public IReadOnlyList<AircallLine> Lines { get; } =
        [new(1_234, "French Office", "+33 1 76 11 11 11", "FR"), new(1_235, "Sales", "+1 555-010-0100", "US")];

    public SubscriptionBook Subscriptions { get; }

    public TokenBook Tokens { get; }

    /// <summary>The address of the API, once it is served.</summary>
    public Uri? Address { get; set; }

    /// <summary>The time in whole seconds, as the service tells it.</summary>
    public Instant Now => Instant.FromUnixTimeSeconds(_clock.GetCurrentInstant().ToUnixTimeSeconds());

    public string Link(string path) => new Uri(Address ?? new Uri("https://api.aircall.io"), path).AbsoluteUri;

    /// <summary>Sends the webhooks that are due, and no others.</summary>
    public Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        lock (Gate)
            Desk.CatchUp();
        return Subscriptions.DeliverAsync(Now, cancellationToken);
    }
}
