using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Offers the org to the emulator's own surface.</summary>
internal sealed class SalesforceAccount(SalesforceEmulator emulator, SalesforceOrg org) : IEmulatedAccount
{
    private const int Part = 500;

    private readonly SalesforceAdmin _admin = new(emulator);

    public string Crm => "salesforce";

    public IReadOnlyList<string> OwnPaths => SalesforceAdmin.Paths;

    public int ContactCount => emulator.Contacts.Count;

    public int WebhooksPending => emulator.OutboundMessages.Pending;

    public FaultInjector Faults => emulator.Faults;

    public RequestLog Requests => emulator.Requests;

    public bool LimitsEnabled
    {
        get => emulator.LimitsEnabled;
        set => emulator.LimitsEnabled = value;
    }

    public Uri? WebhookUrl
    {
        get => emulator.OutboundMessages.Url;
        set => emulator.OutboundMessages.Url = value;
    }

    public bool WebhooksOutOfOrder
    {
        set => emulator.OutboundMessages.OutOfOrder = value;
    }

    public AdminContact? Find(string id) => emulator.Contacts.Find(id) is { } contact ? Show(contact) : null;

    // The gate is let go between the parts, so that a dump does not hold up those who write.
    public bool ReadSome(bool archived, ref long next, Action<AdminContact> take)
    {
        lock (org.Gate)
        {
            var some = org.Contacts.FromId(SalesforceId.Create(org.Contacts.Type.KeyPrefix, next)).Take(Part).ToList();
            foreach (var record in some.Where(record => record.IsDeleted == archived))
                take(Show(RecordView.Of(record)));
            if (some.Count > 0)
                next = SalesforceId.NumberOf(some[^1].Id) + 1;
            return some.Count is Part;
        }
    }

    public void Create(IReadOnlyList<KeyValuePair<string, string?>> values, bool told) => _ = emulator.Contacts.Import([values], told).Count();

    // Those that are there already are passed over: asked twice, it gives twice as many.
    public int Generate(int count, long seed, bool told) => emulator.Contacts.Import(
        SampleContacts.Generate(int.MaxValue, seed)
            .Where(person => emulator.Contacts.FindBy("Email", person.Email).Count is 0).Take(count)
            .Select(person => person.ToSalesforceFields().Where(IsListed)),
        told).Count();

    public AdminContact Update(string id, IReadOnlyList<KeyValuePair<string, string?>> values) => Show(emulator.Contacts.Update(id, values));

    public void Archive(string id) => emulator.Contacts.Delete(id);

    public void AddField(JsonElement body) => emulator.Fields.Add(body.Text("object") ?? "Contact", SalesforceAdmin.ReadField(body));

    public string AddUser(string email, string firstName, string lastName) => emulator.Users.Add(email, firstName, lastName).Id;

    public Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken) => emulator.OutboundMessages.DeliverAsync(cancellationToken);

    public void Reset() => emulator.Reset();

    public Task? Route(AdminCall call) => _admin.Route(call);

    public static AdminContact Show(SalesforceRecord record) => new(record.Id, record.IsDeleted, record.ChangedAt, record.Fields);

    // An org with address picklists lists a few states alone.
    private bool IsListed(KeyValuePair<string, string?> field) => field.Key is not "MailingState" || !org.Options.HasAddressPicklists
        || AddressCodes.Find(AddressCodes.States, field.Value!) is not null;
}
