using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping;

/// <summary>Says what an application wants of one CRM. Each CRM's own builder derives from it and adds what only that CRM knows.</summary>
/// <typeparam name="TSelf">The deriving builder.</typeparam>
/// <remarks>The settings are those with which a connection starts; an admin may change them later.</remarks>
public abstract class CrmBuilder<TSelf>
    where TSelf : CrmBuilder<TSelf>
{
    /// <summary>Makes the builder of a CRM.</summary>
    /// <param name="crm">The builder of the whole.</param>
    /// <param name="kind">The CRM's name as people know it, the <see cref="ICrmAdapter.Kind"/> of its adapter.</param>
    protected CrmBuilder(CrmMappingBuilder crm, string kind)
    {
        ArgumentNullException.ThrowIfNull(crm);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        Crm = crm;
        Registration = new CrmRegistration(kind);
    }

    /// <summary>Gets the builder of the whole.</summary>
    public CrmMappingBuilder Crm { get; }

    /// <summary>Gets the application's services.</summary>
    public IServiceCollection Services => Crm.Services;

    internal CrmRegistration Registration { get; }

    /// <summary>Gets this builder as what it is.</summary>
    protected TSelf Self => (TSelf)this;

    /// <summary>Says by which map contacts are kept in sync.</summary>
    /// <typeparam name="TMap">The map.</typeparam>
    /// <returns>The same builder.</returns>
    public TSelf UseContactMap<TMap>()
        where TMap : ContactMap, new() =>
        UseMap<TMap>(RecordType.Contact);

    /// <summary>Says which way contacts are created.</summary>
    /// <param name="flow">The way; said nothing, the CRM's own default.</param>
    /// <returns>The same builder.</returns>
    public TSelf ContactCreation(SyncFlow flow) => Set(settings => settings with { ContactCreation = flow });

    /// <summary>Says which way contacts are updated.</summary>
    /// <param name="flow">The way; said nothing, the CRM's own default.</param>
    /// <returns>The same builder.</returns>
    public TSelf ContactUpdate(SyncFlow flow) => Set(settings => settings with { ContactUpdate = flow });

    /// <summary>Says which way fields flow that track activity.</summary>
    /// <param name="flow">The way; said nothing, that of updates.</param>
    /// <returns>The same builder.</returns>
    public TSelf ActivityTracking(SyncFlow flow) => Set(settings => settings with { ActivityTracking = flow });

    /// <summary>Says what happens to the local contact when its CRM record is deleted.</summary>
    /// <param name="action">What happens; said nothing, the two are unlinked.</param>
    /// <returns>The same builder.</returns>
    public TSelf OnCrmDelete(OnCrmDelete action) => Set(settings => settings with { OnCrmDelete = action });

    /// <summary>Says what happens to the CRM record when its local contact is deleted.</summary>
    /// <param name="action">What happens; said nothing, the two are unlinked.</param>
    /// <returns>The same builder.</returns>
    public TSelf OnLocalDelete(OnLocalDelete action) => Set(settings => settings with { OnLocalDelete = action });

    /// <summary>Says whose dialling rules read a phone number without a country code.</summary>
    /// <param name="region">The region, two letters of ISO 3166, e.g. <c>US</c>; one that nobody knows is a mistake reported at start-up.</param>
    /// <returns>The same builder.</returns>
    public TSelf DefaultPhoneRegion(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Set(settings => settings with { DefaultPhoneRegion = region });
    }

    /// <summary>Says in which time zone the account's calendar runs.</summary>
    /// <param name="zone">The zone, an id of the IANA database, e.g. <c>America/New_York</c>; one that nobody knows is a mistake reported at start-up.</param>
    /// <returns>The same builder.</returns>
    public TSelf TimeZone(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Set(settings => settings with { TimeZone = zone });
    }

    /// <summary>Names the keys by which records are matched that are not linked yet.</summary>
    /// <param name="keys">The keys, at least one; said nothing, the phone number, then the e-mail address.</param>
    /// <returns>The same builder.</returns>
    public TSelf MatchKeys(params MatchKeyKind[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Set(settings => settings with { MatchKeys = keys.ToEquatableArray() });
    }

    /// <summary>Names the keys by which the host's contacts are unique, so that a shared key is an issue and not a new contact.</summary>
    /// <param name="keys">The keys; said nothing, none.</param>
    /// <returns>The same builder.</returns>
    public TSelf UniqueKeys(params MatchKeyKind[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Set(settings => settings with { UniqueKeys = keys.ToEquatableArray() });
    }

    /// <summary>Says what evidence is enough for the latest change to win.</summary>
    /// <param name="rule">The rule; said nothing, record times count too.</param>
    /// <returns>The same builder.</returns>
    public TSelf Evidence(EvidenceRule rule) => Set(settings => settings with { Evidence = rule });

    /// <summary>Says how often the CRM is asked for changes.</summary>
    /// <param name="interval">The interval, at least a second; said nothing, 60 seconds.</param>
    /// <returns>The same builder.</returns>
    public TSelf PollInterval(Duration interval) => Set(settings => settings with { PollInterval = interval });

    /// <summary>Says how many records a run may create, overwrite or clear before it stops.</summary>
    /// <param name="guard">The limits; said nothing, everything is let through.</param>
    /// <returns>The same builder.</returns>
    public TSelf VolumeGuard(VolumeGuard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return Set(settings => settings with { VolumeGuard = guard });
    }

    /// <summary>Says whether and how calls and messages are logged in the CRM.</summary>
    /// <param name="calls">What is logged; said nothing, nothing is.</param>
    /// <returns>The same builder.</returns>
    public TSelf Calls(CallSettings calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        return Set(settings => settings with { Calls = calls });
    }

    /// <summary>Says by which map one kind of record is kept in sync. For builders of CRMs with several kinds.</summary>
    /// <typeparam name="TMap">The map.</typeparam>
    /// <param name="recordType">The kind of record.</param>
    /// <returns>The same builder.</returns>
    protected TSelf UseMap<TMap>(RecordType recordType)
        where TMap : ContactMap, new()
    {
        Registration.Maps[recordType] = static () => new TMap();
        return Self;
    }

    /// <summary>Says which kinds of record are kept in sync. For builders of CRMs with several kinds.</summary>
    /// <param name="priority">The kind that stands for a person of whom the CRM holds several; null will do where one kind is named.</param>
    /// <param name="recordTypes">The kinds, each once; said nothing, contacts alone.</param>
    /// <returns>The same builder.</returns>
    protected TSelf SyncRecordTypes(RecordType? priority, params RecordType[] recordTypes)
    {
        ArgumentNullException.ThrowIfNull(recordTypes);
        return Set(settings => settings with { RecordTypes = recordTypes.ToEquatableArray(), Priority = priority });
    }

    /// <summary>Makes a connection that bears the CRM's name, of the default tenant, with these credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <returns>The same builder.</returns>
    protected TSelf UseCredentials(CrmCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        Registration.Credentials = credentials;
        return Self;
    }

    /// <summary>Makes a connection that bears the CRM's name, with this token; a null or blank one is a mistake reported at start-up.</summary>
    /// <param name="token">The token.</param>
    /// <param name="verb">The word that the application said, which the mistake names.</param>
    /// <returns>The same builder.</returns>
    protected TSelf UseToken(string? token, string verb)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            Crm.Report(Mistakes.NoCredentials(Registration.Kind, verb, "token"));
            return Self;
        }

        return UseCredentials(new CrmCredentials { AccessToken = token });
    }

    private TSelf Set(Func<ConnectionSettings, ConnectionSettings> change)
    {
        Registration.Settings = change(Registration.Settings);
        return Self;
    }
}
