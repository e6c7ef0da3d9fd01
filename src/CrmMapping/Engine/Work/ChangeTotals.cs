namespace CrmMapping;

/// <summary>Holds what automatic syncing did since the last poll, which is what the volume guard takes for one run of it.</summary>
internal sealed class ChangeTotals
{
    public OperationCounts Counts { get; set; } = new();
}
