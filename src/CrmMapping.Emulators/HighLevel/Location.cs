using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Holds all that a location knows. Whoever reads or writes holds the <see cref="Gate"/>.</summary>
internal sealed class Location
{
    private readonly IClock _clock;
    private long _lastContact;

    public Location(HighLevelEmulatorOptions options, IClock clock, WebhookSender sender)
    {
        _clock = clock;
        Options = options;
        Fields = new FieldBook(options);
        Users = new UserBook(options);
        Index = new SearchIndex(this);
        Outbox = new ContactOutbox(this, sender);
        Editor = new ContactEditor(this);
        Tokens = new TokenBook(this);
    }

    public Lock Gate { get; } = new();

    public HighLevelEmulatorOptions Options { get; }

    public FieldBook Fields { get; }

    public UserBook Users { get; }

    public ContactSet Contacts { get; } = new();

    public SearchIndex Index { get; }

    public ContactOutbox Outbox { get; }

    public ContactEditor Editor { get; }

    public TokenBook Tokens { get; }

    /// <summary>The time, cut to the milliseconds that the service keeps.</summary>
    public Instant Now => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    public string NextContactId() => Ids.New(Options.Seed, ++_lastContact, 41);
}
