using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Holds all that a company knows. Whoever reads or writes holds the <see cref="Gate"/>.</summary>
internal sealed class Company
{
    private readonly IClock _clock;
    private long _lastId = 8_000;

    public Company(PipedriveEmulatorOptions options, IClock clock, WebhookSender sender)
    {
        _clock = clock;
        Options = options;
        Fields = new FieldBook(options);
        Users = new UserBook();
        Subscriptions = new SubscriptionBook(this, sender);
        Editor = new PersonEditor(this);
        Tokens = new TokenBook(this);
    }

    public Lock Gate { get; } = new();

    public PipedriveEmulatorOptions Options { get; }

    public FieldBook Fields { get; }

    public UserBook Users { get; }

    public PersonSet Persons { get; } = new();

    public SubscriptionBook Subscriptions { get; }

    public PersonEditor Editor { get; }

    public TokenBook Tokens { get; }

    /// <summary>The address of the API, once it is served.</summary>
    public Uri? Address { get; set; }

    public Instant Now => _clock.GetCurrentInstant();

    /// <summary>The time in whole seconds, as the service keeps it.</summary>
    public Instant NowInSeconds => Instant.FromUnixTimeSeconds(Now.ToUnixTimeSeconds());

    public long NextId() => ++_lastId;

    public (string? First, string? Last) PartName(string name) => PersonName.Part(name, Options.PartsNamesAtFirstSpace);
}
