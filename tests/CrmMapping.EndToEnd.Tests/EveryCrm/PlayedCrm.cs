using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests.EveryCrm;

/// <summary>An emulated account of one CRM, as a history is played on it.</summary>
internal abstract class PlayedCrm : IAsyncDisposable
{
    /// <summary>Gets how the accounts of all CRMs are started.</summary>
    public static IReadOnlyList<Func<Task<PlayedCrm>>> All { get; } =
        [PlayedHubSpot.StartAsync, PlayedSalesforce.StartAsync, PlayedHighLevel.StartAsync, PlayedPipedrive.StartAsync];

    public abstract string Name { get; }

    public static Task<PlayedCrm> StartAsync(string name) => name switch
    {
        "HubSpot" => PlayedHubSpot.StartAsync(),
        "Salesforce" => PlayedSalesforce.StartAsync(),
        "HighLevel" => PlayedHighLevel.StartAsync(),
        "Pipedrive" => PlayedPipedrive.StartAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No account of such a CRM is emulated."),
    };

    /// <summary>Gets, by a person's property, the CRM's field.</summary>
    public abstract IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>Gets what the account was asked.</summary>
    public abstract RequestLog Requests { get; }

    public abstract void AddTo(CrmMappingBuilder crm);

    public abstract string Create(IEnumerable<KeyValuePair<string, string?>> values);

    public abstract void Edit(string id, string field, string? value);

    public abstract IReadOnlyDictionary<string, string> Read(string id);

    public abstract ValueTask DisposeAsync();
}
