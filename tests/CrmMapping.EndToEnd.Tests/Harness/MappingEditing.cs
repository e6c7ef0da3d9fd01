namespace CrmMapping.EndToEnd.Tests;

/// <summary>Edits the mapping of a host's connection as an admin does.</summary>
internal static class MappingEditing
{
    /// <summary>Saves the mapping with one edit, which must be accepted.</summary>
    public static async Task<MappingSaveResult> EditMappingAsync(
        this SyncHost host, Func<MappingDraft, EditResult> edit, string by = "Ada", string? comment = null)
    {
        var draft = (await host.Sync.GetMappingAsync()).Edit();
        edit(draft).ToString().Should().StartWith("accepted");
        return await host.Sync.SaveMappingAsync(draft, by, comment);
    }
}
