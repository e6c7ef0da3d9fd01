using CrmMapping;
using NodaTime;

namespace QuickStart;

/// <summary>Knows one CRM as the sample meets it: its names, how an application adds it, and the account that is emulated.</summary>
internal abstract class SampleCrm
{
    /// <summary>Gets every CRM that the sample can sync with.</summary>
    public static IReadOnlyList<SampleCrm> All { get; } = [new HubSpotCrm(), new SalesforceCrm(), new HighLevelCrm(), new PipedriveCrm()];

    /// <summary>Gets the CRM's name as people know it, which is its connection's too.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the word of the command line.</summary>
    public string Word => Name.ToLowerInvariant();

    /// <summary>Gets, by the name of the contact's property, the name of the CRM's field.</summary>
    public abstract IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>Gets the field that an admin of the CRM adds while the sample runs.</summary>
    public abstract string NewField { get; }

    public static string Words => string.Join(", ", All.Select(crm => crm.Word));

    /// <summary>Gives the CRMs that a word of the command line means.</summary>
    public static IEnumerable<SampleCrm> Meant(string word) => word == "all" ? All : [Named(word)];

    public static SampleCrm Named(string word) => All.FirstOrDefault(crm => crm.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"--crm '{word}' is none that is known. Take one of: {Words}, or all.");

    /// <summary>Gets the field that holds the whole name, where the CRM parts names by itself; null where first and last name are fields of their own.</summary>
    public virtual string? WholeName => null;

    /// <summary>Adds the account to an application, as its Program.cs would.</summary>
    public abstract void AddTo(CrmMappingBuilder crm, SampleAccount account);

    /// <summary>Starts an account on this machine.</summary>
    public abstract Task<EmulatedAccount> StartAsync(IClock clock);

    /// <summary>Gives the address at which the account's webhooks arrive.</summary>
    /// <param name="endpoint">Where the application takes webhooks.</param>
    /// <param name="account">The account.</param>
    public virtual Uri WebhookAddress(Uri endpoint, SampleAccount account) => endpoint;

    /// <summary>Begins to count the requests that the CRM's API asks for at least.</summary>
    public abstract LeastRequests Least();

    /// <summary>Gives a contact's values under the CRM's names.</summary>
    public Dictionary<string, string?> ToCrm(IEnumerable<KeyValuePair<string, string?>> contact) =>
        contact.ToDictionary(value => Fields[value.Key], value => value.Value, StringComparer.Ordinal);
}
