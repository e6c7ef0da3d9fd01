namespace CrmMapping.HighLevel;

/// <summary>Whom a token opens, beside the token in the same answer.</summary>
internal sealed record WireTokenOwner
{
    public string? LocationId { get; init; }
}
