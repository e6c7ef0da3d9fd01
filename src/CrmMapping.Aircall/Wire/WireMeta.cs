namespace CrmMapping.Aircall;

/// <summary>What Aircall says of a page; counts and totals do not tell whether there are more.</summary>
internal sealed record WireMeta
{
    public string? NextPageLink { get; init; }
}
