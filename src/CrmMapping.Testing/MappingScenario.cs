using NodaTime;

namespace CrmMapping;

/// <summary>Tells a story about one contact on both sides and asks what a sync would do: the way in for unit tests of maps.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <remarks>
/// <para>Say what the two sides last agreed on, what changed since, and <see cref="Plan"/>. Settings may be said in any order; nothing is
/// worked out before <see cref="Plan"/>, which may be asked again. No database, clock or CRM takes part.</para>
/// <para>Use it on one thread.</para>
/// </remarks>
public sealed class MappingScenario<TContact>
    where TContact : class, new()
{
    private readonly ScenarioMap<TContact> _map;
    private readonly CrmTraits _crm;
    private readonly List<OwnerPair> _owners = [];
    private readonly List<FieldDescriptor> _fields = [];
    private readonly Story<TContact> _story = new();
    private ConnectionSettings _settings = new();
    private PlanTrigger _trigger;

    /// <summary>Begins with a pair that is linked and on which nothing has been agreed yet but blanks.</summary>
    /// <param name="map">The map under test.</param>
    /// <param name="crm">What is true of the CRM: its well-known fields and its default settings. The default knows no fields,
    /// creates contacts ← and updates them ↔.</param>
    /// <exception cref="CrmMappingConfigurationException">The map has mistakes; all of them are listed.</exception>
    public MappingScenario(ContactMap<TContact> map, CrmTraits? crm = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        _crm = crm ?? new CrmTraits();
        _map = new ScenarioMap<TContact>(map, _crm.NamedFields);
    }

    /// <summary>Sets what both sides held when they were last brought together; the CRM's values are the local ones, converted.</summary>
    /// <param name="contact">Fills in the contact.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> LastAgreed(Action<TContact> contact) => LastAgreed(Function(contact));

    /// <summary>Sets what both sides held when they were last brought together; the CRM's values are the local ones, converted.</summary>
    /// <param name="contact">Gives the contact, for example <c>c => c with { FirstName = "Ada" }</c>.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> LastAgreed(Func<TContact, TContact> contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        _story.Agreed.Add(contact);
        return this;
    }

    /// <summary>Sets what the CRM held when the two were last brought together, where that is not the local value converted.</summary>
    /// <param name="property">The CRM property.</param>
    /// <param name="value">The value, in the CRM's own text.</param>
    /// <returns>The same scenario.</returns>
    /// <exception cref="ArgumentException">The map has no such CRM property.</exception>
    public MappingScenario<TContact> LastAgreedInCrm(string property, FieldValue value)
    {
        _story.AgreedInCrm[_map.Ordinal(property)] = value;
        return this;
    }

    /// <summary>Lets somebody edit the local contact.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="at">When the edited fields changed; null when the host does not know.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> LocalChanges(Action<TContact> edit, Instant? at = null) => LocalChanges(Function(edit), at);

    /// <summary>Lets somebody edit the local contact.</summary>
    /// <param name="edit">The edit, for example <c>c => c with { FirstName = "Ada" }</c>.</param>
    /// <param name="at">When the edited fields changed; null when the host does not know.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> LocalChanges(Func<TContact, TContact> edit, Instant? at = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        _story.LocalEdits.Add((edit, at));
        return this;
    }

    /// <summary>Lets somebody edit a property in the CRM.</summary>
    /// <param name="property">The CRM property, one that the map holds.</param>
    /// <param name="value">The new value, in the CRM's own text; null is blank, <see cref="FieldValue.Unknown"/> cannot be read.</param>
    /// <param name="at">When the property changed; null when the CRM does not say.</param>
    /// <returns>The same scenario.</returns>
    /// <exception cref="ArgumentException">The map has no such CRM property.</exception>
    public MappingScenario<TContact> CrmChanges(string property, FieldValue value, Instant? at = null)
    {
        _story.CrmEdits.Add((_map.Ordinal(property), value, at));
        return this;
    }

    /// <summary>Says when the local contact last changed in any field, which is an upper bound for each of them.</summary>
    /// <param name="at">When.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> LocalModified(Instant at)
    {
        _story.LocalModifiedAt = at;
        return this;
    }

    /// <summary>Says when the CRM's record last changed in any property, which is an upper bound for each of them.</summary>
    /// <param name="at">When.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> CrmModified(Instant at)
    {
        _story.CrmModifiedAt = at;
        return this;
    }

    /// <summary>Makes this the first time that a contact and a record, both there already, are linked: nothing was agreed yet.</summary>
    /// <returns>The same scenario; <c>LocalChanges</c> and <c>CrmChanges</c> say what the two hold.</returns>
    public MappingScenario<TContact> FirstLink() => Begin(StoryBeginning.FirstLink);

    /// <summary>Lets the contact be there on the local side alone, so that the CRM's record is to be created.</summary>
    /// <returns>The same scenario; <c>LocalChanges</c> says what the contact holds.</returns>
    /// <remarks>Nothing is planned unless the connection creates contacts ↔, see <see cref="ContactCreation"/>.</remarks>
    public MappingScenario<TContact> OnlyLocal() => Begin(StoryBeginning.OnlyLocal);

    /// <summary>Lets the record be there in the CRM alone, so that the local contact is to be created.</summary>
    /// <returns>The same scenario; <c>CrmChanges</c> says what the record holds.</returns>
    public MappingScenario<TContact> OnlyInCrm() => Begin(StoryBeginning.OnlyInCrm);

    /// <summary>Sets which way the connection creates contacts.</summary>
    /// <param name="flow">The way. Unless said, the CRM's default.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> ContactCreation(SyncFlow flow) => Set(_settings with { ContactCreation = flow });

    /// <summary>Sets which way the connection updates contacts.</summary>
    /// <param name="flow">The way. Unless said, the CRM's default.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> ContactUpdate(SyncFlow flow) => Set(_settings with { ContactUpdate = flow });

    /// <summary>Sets which way fields that track activity flow.</summary>
    /// <param name="flow">The way. Unless said, that of updates.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> ActivityTracking(SyncFlow flow) => Set(_settings with { ActivityTracking = flow });

    /// <summary>Sets which times are evidence enough for <see cref="ConflictPolicy.LatestWins"/>.</summary>
    /// <param name="rule">The rule. Unless said, records' times count as the upper bounds they are.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> Evidence(EvidenceRule rule) => Set(_settings with { Evidence = rule });

    /// <summary>Sets the region whose dialling rules read a phone number without a country code.</summary>
    /// <param name="region">Two letters of ISO 3166, for example <c>US</c>. Unless said, only numbers with a country code are numbers.</param>
    /// <returns>The same scenario.</returns>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public MappingScenario<TContact> DefaultPhoneRegion(string region) => PhoneNumberNormalizer.KnowsRegion(region)
        ? Set(_settings with { DefaultPhoneRegion = region })
        : throw new ArgumentException($"'{region}' is no region. Give two letters of ISO 3166, as in \"US\".", nameof(region));

    /// <summary>Says how the CRM describes a property: its type, options, greatest length.</summary>
    /// <param name="field">The description; its key is the CRM property, one that the map holds.</param>
    /// <returns>The same scenario.</returns>
    /// <exception cref="ArgumentException">The map has no such CRM property.</exception>
    public MappingScenario<TContact> CrmField(FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _map.Ordinal(field.Key);
        _fields.RemoveAll(other => other.Key == field.Key);
        _fields.Add(field);
        return this;
    }

    /// <summary>Pairs a user of the host with an owner of the CRM.</summary>
    /// <param name="userId">The host's user.</param>
    /// <param name="ownerId">The CRM's owner.</param>
    /// <param name="ownerEmail">The owner's e-mail address, which stands for the owner in a text property; null where it is not known.</param>
    /// <param name="ownerName">The owner's name; null where it is not known.</param>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> Owner(string userId, string ownerId, string? ownerEmail = null, string? ownerName = null)
    {
        _owners.Add(new OwnerPair(userId, ownerId) { OwnerEmail = ownerEmail, OwnerName = ownerName });
        return this;
    }

    /// <summary>Lets a person ask for this contact to be synced, instead of the contact being planned by itself.</summary>
    /// <returns>The same scenario.</returns>
    public MappingScenario<TContact> SyncedByHand()
    {
        _trigger = PlanTrigger.Manual;
        return this;
    }

    /// <summary>Plans the contact.</summary>
    /// <returns>What would be written to each side, the conflicts and the issues. Compares by value, prints as a diff.</returns>
    /// <exception cref="InvalidOperationException">The story contradicts itself, for example by changing a record that is not there.</exception>
    public ContactPlan Plan()
    {
        var context = new PlanContext(
            _map.Live(_fields),
            EffectiveSettings.Of(_settings, _crm),
            new OwnerPairing(_owners),
            new CanonicalContext(new PhoneNumberNormalizer(), _settings.DefaultPhoneRegion))
        {
            Trigger = _trigger,
        };
        return new StoryTeller<TContact>(_map, _story, context).Plan();
    }

    private static Func<TContact, TContact> Function(Action<TContact> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return contact =>
        {
            action(contact);
            return contact;
        };
    }

    private MappingScenario<TContact> Begin(StoryBeginning beginning)
    {
        _story.Beginning = beginning;
        return this;
    }

    private MappingScenario<TContact> Set(ConnectionSettings settings)
    {
        _settings = settings;
        return this;
    }
}
