namespace CrmMapping.EndToEnd.Tests;

/// <summary>Holds all that operations may change, on both sides and in between.</summary>
internal sealed record Snapshot(
    IReadOnlyList<string> LocalSide,
    IReadOnlyList<string> CrmSide,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string> Properties,
    IReadOnlyList<string> Pairs,
    IReadOnlyList<string> Statuses,
    IReadOnlyList<string> Calls)
{
    public static async Task<Snapshot> TakeAsync(SyncHost host)
    {
        var statuses = StatusFile.Beside(host.File);
        return new Snapshot(
            await host.LocalSideAsync(),
            host.CrmSide(),
            [.. host.Crm.Contacts.All.Select(static c => c["address"] ?? "-")],
            [.. host.Crm.Properties.All.Select(static p => p.Name).Order(StringComparer.Ordinal)],
            [.. (await host.Store.ReadOwnerPairsAsync("HubSpot", default)).Select(static pair => pair.UserId)],
            File.Exists(statuses) ? await File.ReadAllLinesAsync(statuses) : [],
            [.. host.Crm.Calls.All.Select(static call => $"{call["crm_mapping_key"]}: {call["hs_call_disposition"]}")]);
    }
}
