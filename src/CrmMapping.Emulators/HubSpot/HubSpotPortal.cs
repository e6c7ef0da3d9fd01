using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Holds all that a HubSpot account knows. Whoever reads or writes holds the <see cref="Gate"/>.</summary>
internal sealed class HubSpotPortal
{
    private readonly IClock _clock;

    public HubSpotPortal(HubSpotEmulatorOptions options, IClock clock, WebhookSender sender)
    {
        _clock = clock;
        Options = options;
        App = new WriteOrigin("INTEGRATION", $"{options.AppId}");
        Contacts = new ObjectKind("contacts", "0-1", "CONTACT", ContactProperties.All(), ContactProperties.Defaults);
        Calls = new ObjectKind("calls", "0-48", "CALL", CallProperties.All(), CallProperties.Defaults);
        Communications = new ObjectKind("communications", "0-18", "COMMUNICATION", CommunicationProperties.All(), CommunicationProperties.Defaults);
        Owners = new OwnerList(options.Seed, () => Now);
        Webhooks = new HubSpotWebhooks(this, sender);
        OAuth = new HubSpotOAuth(this);
        Editor = new RecordEditor(this);
        Merger = new RecordMerger(this);
        Groups = [new("contactinformation", "Contact information", 0), new("sales_properties", "Sales properties", 1), new("call_information", "Call information", 2), new("communication_information", "Communication information", 3)];
        foreach (var property in options.Properties)
            Contacts.Schema.Add(property with { CreatedAt = Now, UpdatedAt = Now });
    }

    public Lock Gate { get; } = new();

    public HubSpotEmulatorOptions Options { get; }

    /// <summary>The hand of the app that calls the API.</summary>
    public WriteOrigin App { get; }

    public ObjectKind Contacts { get; }

    public ObjectKind Calls { get; }

    public ObjectKind Communications { get; }

    public CallOutcomeList CallOutcomes { get; } = new();

    public OwnerList Owners { get; }

    public List<PropertyGroup> Groups { get; }

    public List<ContactList> Lists { get; } = [];

    public Associations Associations { get; } = new();

    public HubSpotWebhooks Webhooks { get; }

    public HubSpotOAuth OAuth { get; }

    public RecordEditor Editor { get; }

    public RecordMerger Merger { get; }

    /// <summary>Addresses that a privacy deletion put out of reach.</summary>
    public HashSet<string> Blocklist { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time, cut to the milliseconds that HubSpot keeps.</summary>
    public Instant Now => Instant.FromUnixTimeMilliseconds(_clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    /// <summary>The moment whose state the search index shows.</summary>
    public Instant Indexed => Now - Options.SearchLag;

    private long _lastId = 100;

    public long NextId() => ++_lastId;

    public ObjectKind FindKind(string name) => name switch
    {
        "contacts" or "contact" or "0-1" => Contacts,
        "calls" or "call" or "0-48" => Calls,
        "communications" or "communication" or "0-18" => Communications,
        _ => throw HubSpotProblem.Invalid($"Unable to infer object type from: {name}"),
    };

    public void Clear()
    {
        Lists.Clear();
        foreach (var kind in new[] { Contacts, Calls, Communications })
        {
            kind.Records.Clear();
            kind.Unique.Clear();
        }

        Associations.Clear();
        Blocklist.Clear();
        Webhooks.Forget();
    }
}
