using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>A CRM within the process whose people are leads and contacts, as in Salesforce: a lead may be converted into a contact.</summary>
internal sealed class TwoKindCrm(TimeProvider time) : ICrmAdapter
{
    public const string Name = "TwoKinds";

    public static readonly IReadOnlyList<string> LeadFields = ["Phone", "Email", "FirstName", "Company", "Status", "Notes__c"];
    public static readonly IReadOnlyList<string> ContactFields = ["Phone", "Email", "FirstName", "AccountName", "Title", "Notes__c"];

    private readonly Dictionary<string, TwoKindRecord> _records = new(StringComparer.Ordinal);
    private long _changes;

    public Lock Gate { get; } = new();

    public string Kind => Name;

    public CrmTraits Traits { get; } = new() { BatchSize = 10, HasLeadStatuses = true };

    /// <summary>Gets what was asked of the account, a request a line.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets the members of the account's lists, by the list's id.</summary>
    public Dictionary<string, IReadOnlyList<string>> Lists { get; } = [];

    /// <summary>Gets or sets what happens when something is about to be written there.</summary>
    public Action<IReadOnlyList<CrmWrite>>? Writing { get; set; }

    /// <summary>Gets or sets what happens when something was written there.</summary>
    public Action? Written { get; set; }

    /// <summary>Gets or sets whether a write to a converted lead is answered as one to a record that is gone.</summary>
    public bool SaysThatConvertedLeadsAreGone { get; set; }

    public IReadOnlyList<TwoKindRecord> All
    {
        get
        {
            lock (Gate)
            {
                return [.. _records.Values.Where(static r => !r.IsDeleted)];
            }
        }
    }

    public Instant Noon { get; } = Instant.FromDateTimeOffset(time.GetUtcNow());

    public IEnumerable<TwoKindRecord> Everything => _records.Values;

    public TwoKindRecord Get(string id) => _records[id];

    public TwoKindRecord? Find(string id) => _records.GetValueOrDefault(id);

    public string AddLead(string? phone, string? email, string firstName, params (string Field, string Value)[] more) =>
        Add(RecordType.Lead, [("Phone", phone), ("Email", email), ("FirstName", firstName), ("Status", "Open"), .. more]);

    public string AddContact(string? phone, string? email, string firstName, params (string Field, string Value)[] more) =>
        Add(RecordType.Contact, [("Phone", phone), ("Email", email), ("FirstName", firstName), .. more]);

    public string Add(RecordType kind, IEnumerable<(string Field, string? Value)> values)
    {
        lock (Gate)
        {
            var record = new TwoKindRecord($"{(kind == RecordType.Lead ? "00Q" : "003")}{_records.Count + 1:00}", kind);
            _records.Add(record.Id, record);
            Set(record, values);
            return record.Id;
        }
    }

    public void Set(string id, string field, string? value)
    {
        lock (Gate)
        {
            Set(_records[id], [(field, value)]);
        }
    }

    public void Delete(string id) => Change(id, static record => record.IsDeleted = true);

    /// <summary>Merges a record into another of its kind.</summary>
    public void Merge(string id, string survivor) => Change(id, record => (record.IsDeleted, record.MergedInto) = (true, survivor));

    /// <summary>Converts a lead into a new contact, which takes over what both kinds have, or into one that is there, of which blanks alone are filled.</summary>
    public string Convert(string leadId, string? contactId = null, params string[] leftBehind)
    {
        lock (Gate)
        {
            var lead = _records[leadId];
            var contact = _records[contactId ?? Add(RecordType.Contact, [])];
            var taken = lead.Values.Select(static v => (Field: v.Key == "Company" ? "AccountName" : v.Key, v.Value))
                .Where(v => ContactFields.Contains(v.Field) && !leftBehind.Contains(v.Field) && string.IsNullOrEmpty(contact[v.Field]));
            Set(contact, [.. taken]);
            Change(leadId, record => record.ConvertedInto = contact.Id);
            return contact.Id;
        }
    }

    public void Set(TwoKindRecord record, IEnumerable<(string Field, string? Value)> values)
    {
        foreach (var (field, value) in values)
        {
            record.Values[field] = value;
        }

        record.Change = ++_changes;
    }

    public ICrmSession Open(Connection connection) => new TwoKindSession(this);

    private void Change(string id, Action<TwoKindRecord> change)
    {
        lock (Gate)
        {
            change(_records[id]);
            _records[id].Change = ++_changes;
        }
    }
}
