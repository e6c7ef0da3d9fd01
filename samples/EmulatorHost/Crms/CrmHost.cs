namespace EmulatorHost;

/// <summary>Knows how one CRM is served and greeted.</summary>
internal abstract class CrmHost
{
    /// <summary>Gets every CRM that can be served.</summary>
    public static IReadOnlyList<CrmHost> All { get; } =
        [new HubSpotHost(), new SalesforceHost(), new HighLevelHost(), new PipedriveHost(), new AircallHost()];

    public static string Words => string.Join(", ", All.Select(static crm => crm.Word));

    /// <summary>Gets the word of the command line.</summary>
    public abstract string Word { get; }

    /// <summary>Starts an account and fills it.</summary>
    /// <returns>The account, and how to try it.</returns>
    public abstract Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop);
}
