using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CrmMapping;

/// <summary>Says what an application keeps in sync. Packages add their words to it as extension methods.</summary>
/// <remarks>Used while services are registered, by one thread.</remarks>
public sealed class CrmMappingBuilder
{
    internal CrmMappingBuilder(IServiceCollection services, CrmMappingRegistry registry)
    {
        Services = services;
        Registry = registry;
    }

    /// <summary>Gets the application's services.</summary>
    public IServiceCollection Services { get; }

    internal CrmMappingRegistry Registry { get; }

    /// <summary>Says what the host's contacts are and who reads and writes them.</summary>
    /// <typeparam name="TContact">The host's contact.</typeparam>
    /// <typeparam name="TRepository">Its repository, a singleton. May also be an <see cref="IContactChangeFeed"/> or <see cref="IArchivesContacts"/>.</typeparam>
    /// <returns>The same builder.</returns>
    /// <remarks>Replaces an earlier choice. A repository that the host registered itself stands.</remarks>
    public CrmMappingBuilder UseContacts<
        TContact, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRepository>()
        where TContact : class, new()
        where TRepository : class, IContactRepository<TContact>
    {
        Registry.ContactType = typeof(TContact);
        List<ServiceDescriptor> services =
        [
            ServiceDescriptor.Singleton<TRepository, TRepository>(),
            ServiceDescriptor.Singleton<IContactRepository<TContact>>(static provider => provider.GetRequiredService<TRepository>()),
        ];
        services.Add(ServiceDescriptor.Singleton<LocalSide>(static provider => new LocalSideOf<TContact>(
            provider.GetRequiredService<IContactRepository<TContact>>(),
            provider.GetService<IContactChangeFeed>(),
            provider.GetService<IArchivesContacts>())));
        if (typeof(TRepository).IsAssignableTo(typeof(IContactChangeFeed)))
        {
            services.Add(ServiceDescriptor.Singleton(
                static provider => (IContactChangeFeed)provider.GetRequiredService<TRepository>()));
        }

        if (typeof(TRepository).IsAssignableTo(typeof(IArchivesContacts)))
        {
            services.Add(ServiceDescriptor.Singleton(
                static provider => (IArchivesContacts)provider.GetRequiredService<TRepository>()));
        }

        return Use("contacts", [.. services]);
    }

    /// <summary>Says who lists the host's users, which owners of contacts are paired with.</summary>
    /// <typeparam name="TDirectory">The directory, a singleton.</typeparam>
    /// <returns>The same builder.</returns>
    /// <remarks>Replaces an earlier choice. A directory that the host registered itself stands.</remarks>
    public CrmMappingBuilder UseUsers<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDirectory>()
        where TDirectory : class, IUserDirectory =>
        Use("users", ServiceDescriptor.Singleton<IUserDirectory, TDirectory>());

    /// <summary>Says how a contact's calls and messages are put into the contact, so that they are synced like its other fields.</summary>
    /// <typeparam name="TContact">The host's contact, as <c>UseContacts</c> names it.</typeparam>
    /// <param name="apply">
    /// Puts them there, whatever the contact held before; the contact is saved afterwards. Called again whenever they changed, from several threads, and with
    /// the same activity more than once.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Calls and messages of the tenant's telephony accounts count once each for the contact with their number: the linked one, or else the first by its
    /// id. A call counts when it has ended; one that is logged before anybody here has its number counts once somebody has it, within
    /// <see cref="CallSettings.WaitForContact"/>. Where several connections of the tenant decide outcomes, the last call has the one that was decided last.
    /// Replaces what was said before.
    /// </remarks>
    public CrmMappingBuilder TrackActivity<TContact>(Action<TContact, ContactActivity> apply)
        where TContact : class, new()
    {
        ArgumentNullException.ThrowIfNull(apply);
        return Use("activity", ServiceDescriptor.Singleton(new ActivityTracking((contact, activity) => apply((TContact)contact, activity))));
    }

    /// <summary>Says how long the journal remembers what was decided for contacts, values included.</summary>
    /// <param name="retention">How long; the default is 90 days.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder JournalRetention(Duration retention)
    {
        if (retention <= Duration.Zero)
        {
            Registry.Mistakes.Add(Mistakes.NoJournalRetention());
        }

        Registry.JournalRetention = retention;
        return this;
    }

    /// <summary>Says how many connections this process works at once; the others wait for their turn, which comes after a batch.</summary>
    /// <param name="count">How many, at least 1; the default is 64. Most of the time a connection waits for its CRM, so more costs memory, not processors.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder ConcurrentConnections(int count)
    {
        if (count < 1)
        {
            Registry.Mistakes.Add(Mistakes.NoConcurrentConnections());
        }

        Registry.ConcurrentConnections = count;
        return this;
    }

    /// <summary>Adds a connection, beside those that are kept in the store.</summary>
    /// <param name="connection">The connection; its name must be its own.</param>
    /// <param name="credentials">What opens it; null when the host's own <see cref="ICredentialSource"/> knows.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder AddConnection(Connection connection, CrmCredentials? credentials = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Registry.Declare(connection, credentials);
        return this;
    }

    /// <summary>Adds an account of a telephony, whose calls are logged in the CRMs of its tenant.</summary>
    /// <param name="account">The account; its name must be its own, and its kind that of a telephony that was added.</param>
    /// <param name="credentials">What opens it, and what proves that its webhooks are genuine.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>A host that registers its own <see cref="ITelephonyAccounts"/> lists all accounts there; those added here do not count then.</remarks>
    public CrmMappingBuilder AddTelephony(TelephonyAccount account, TelephonyCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(credentials);
        Registry.Telephonies.Add(new DeclaredTelephony(account, credentials));
        return this;
    }

    /// <summary>Adds a CRM. For authors of adapters, whose <c>Add…</c> calls it.</summary>
    /// <typeparam name="TBuilder">The CRM's own builder.</typeparam>
    /// <param name="crm">The CRM's builder.</param>
    /// <param name="configure">Says what the application wants of it; null when it says nothing.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder AddCrm<TBuilder>(TBuilder crm, Action<TBuilder>? configure = null)
        where TBuilder : CrmBuilder<TBuilder>
    {
        ArgumentNullException.ThrowIfNull(crm);
        if (Registry.Crms.Any(other => other.Kind == crm.Registration.Kind))
        {
            Registry.Mistakes.Add(Mistakes.CrmAddedTwice(crm.Registration.Kind));
        }

        Registry.Crms.Add(crm.Registration);
        configure?.Invoke(crm);
        return this;
    }

    /// <summary>Fills a role of which there is one. For authors of stores and other parts, whose <c>Use…</c> calls it.</summary>
    /// <param name="role">The role's name, for example <c>store</c>.</param>
    /// <param name="services">The services that fill it.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Replaces what an earlier call for the role registered; a service that the host registered itself stands.</remarks>
    public CrmMappingBuilder Use(string role, params ReadOnlySpan<ServiceDescriptor> services)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        Registry.Choose(role, Services, services);
        return this;
    }

    /// <summary>Lets options be validated when the host starts, together with the maps. For authors of packages.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="name">The options' name; null is the default name.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder CheckAtStart<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(string? name = null)
        where TOptions : class
    {
        Registry.Checks.Add(provider => OptionsCheck.Run<TOptions>(provider, name ?? Options.DefaultName));
        return this;
    }

    /// <summary>Notes a mistake, which is reported with all others when the host starts. For authors of packages.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <returns>The same builder.</returns>
    public CrmMappingBuilder Report(MappingMistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);
        Registry.Mistakes.Add(mistake);
        return this;
    }
}
