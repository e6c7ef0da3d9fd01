using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds all that an org knows. Whoever reads or writes holds the <see cref="Gate"/>.</summary>
internal sealed class SalesforceOrg
{
    private static readonly Duration RecycleBin = Duration.FromDays(15);

    private readonly IClock _clock;
    private readonly Dictionary<string, RecordTable> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<(SObject Record, Instant DeletedAt)> _bin = new();
    private long _jobs;

    public SalesforceOrg(SalesforceEmulatorOptions options, IClock clock, OutboundSender sender)
    {
        (_clock, Options) = (clock, options);
        SchemaChangedAt = Now;
        Id = SalesforceId.Create("00D", 1);
        foreach (var (type, isWriteable) in Objects(options))
        {
            _tables.Add(type.Name, new RecordTable(type));
            if (isWriteable)
                Writeable.Add(type.Name);
        }

        (Contacts, Leads, Users, Groups) = (Table("Contact"), Table("Lead"), Table("User"), Table("Group"));
        Editor = new RecordEditor(this);
        Limits = new SalesforceLimits(this);
        OAuth = new SalesforceOAuth(this);
        OutboundMessages = new SalesforceOutboundMessages(this, sender);
        OrgRecords.Fill(this);
        foreach (var field in options.ContactFields)
            Contacts.Type.Add(field);
        foreach (var field in options.LeadFields)
            Leads.Type.Add(field);
    }

    public Lock Gate { get; } = new();

    public SalesforceEmulatorOptions Options { get; }

    public string Id { get; }

    public IEnumerable<RecordTable> Tables => _tables.Values;

    public HashSet<string> Writeable { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RecordTable Contacts { get; }

    public RecordTable Leads { get; }

    public RecordTable Users { get; }

    public RecordTable Groups { get; }

    public RecordEditor Editor { get; }

    public SalesforceLimits Limits { get; }

    public SalesforceOAuth OAuth { get; }

    public SalesforceOutboundMessages OutboundMessages { get; }

    public Journal Journal { get; } = new();

    public IReadOnlyList<SalesforceDuplicateRule> DuplicateRules { get; set; } = [];

    public IReadOnlyList<SalesforceValidationRule> ValidationRules { get; set; } = [];

    public List<SavedView> Views { get; } = [];

    public Dictionary<string, BulkJob> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>After how many rows the next job that writes breaks down; null lets it end.</summary>
    public int? JobBreaksAfter { get; set; }

    public QueryCursors Cursors { get; } = new();

    /// <summary>How many more writes of a record find it locked.</summary>
    public Dictionary<string, int> Locks { get; } = new(StringComparer.Ordinal);

    /// <summary>Whom the active assignment rule makes the owner of leads; null while there is no rule.</summary>
    public string? AssignsLeadsTo { get; set; }

    /// <summary>The user that the connected app runs as.</summary>
    public string IntegrationUserId { get; set; } = "";

    /// <summary>Whether the user that the connected app runs as may work at all.</summary>
    public bool IsIntegrationActive => Users.Find(IntegrationUserId)!.Flag("IsActive");

    /// <summary>The user at whose screen the handles sit.</summary>
    public string AdminUserId { get; set; } = "";

    /// <summary>When a field was last added, changed or removed.</summary>
    public Instant SchemaChangedAt { get; set; }

    /// <summary>When a person last emptied the recycle bin.</summary>
    public Instant BinEmptiedAt { get; private set; } = Instant.MinValue;

    /// <summary>The time, cut to the seconds that Salesforce keeps.</summary>
    public Instant Now => SalesforceTime.Cut(_clock.GetCurrentInstant());

    public RecordTable Table(string name) =>
        FindTable(name) ?? throw new ArgumentException($"'{name}' is no object of the emulated org. It has: {string.Join(", ", _tables.Keys.Order(StringComparer.Ordinal))}.", nameof(name));

    public long NextJob() => ++_jobs;

    public RecordTable? FindTable(string name) => _tables.GetValueOrDefault(name);

    /// <summary>Finds the object whose ids begin as this one does.</summary>
    public RecordTable? TableOf(string id) => _tables.Values.FirstOrDefault(table => id.StartsWith(table.Type.KeyPrefix, StringComparison.Ordinal));

    public SObject? FindRecord(string id) => TableOf(id)?.Find(id);

    public void Binned(SObject record) => _bin.Enqueue((record, Now));

    /// <summary>Erases what lay in the recycle bin too long, or all that lies there.</summary>
    public void EmptyBin(bool all = false)
    {
        if (all)
            BinEmptiedAt = Now;
        while (_bin.TryPeek(out var oldest) && (all || oldest.DeletedAt + RecycleBin <= Now))
        {
            var (record, deletedAt) = _bin.Dequeue();
            if (record.IsDeleted && record.SystemModstamp == deletedAt && FindRecord(record.Id) == record)
                Table(record.Type.Name).Remove(record);
        }
    }

    /// <summary>Ends a piece of work: what it changed stays and is told to those who asked for it.</summary>
    public void Commit()
    {
        foreach (var record in Journal.Commit())
            OutboundMessages.Changed(record);
    }

    public void Clear()
    {
        foreach (var table in _tables.Values.Where(table => Writeable.Contains(table.Type.Name)))
            table.Clear();
        _bin.Clear();
        Views.Clear();
        Jobs.Clear();
        Cursors.Lose();
        Locks.Clear();
        OutboundMessages.Forget();
    }

    private static IEnumerable<(SObjectType Type, bool IsWriteable)> Objects(SalesforceEmulatorOptions options) =>
    [
        (new("Account", "Account", "001", OtherFields.Account()), true),
        (new("Campaign", "Campaign", "701", OtherFields.Campaign()), true),
        (new("CampaignMember", "Campaign Member", "00v", OtherFields.CampaignMember()), true),
        (new("Contact", "Contact", "003", PersonFields.Contact(options.HasAddressPicklists)), true),
        (new("Group", "Group", "00G", OtherFields.Group()), false),
        (new("Lead", "Lead", "00Q", PersonFields.Lead(options.HasAddressPicklists)), true),
        (new("LeadStatus", "Lead Status Value", "01J", OtherFields.LeadStatus()), false),
        (new("Organization", "Organization", "00D", OtherFields.Organization()), false),
        (new("Task", "Task", "00T", OtherFields.Task()), true),
        (new("User", "User", "005", OtherFields.User()), false),
    ];
}
