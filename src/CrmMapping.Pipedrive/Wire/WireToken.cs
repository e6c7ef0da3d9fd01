namespace CrmMapping.Pipedrive;

/// <summary>What a token endpoint says beside what all of them do, as Pipedrive sends it. Prints none of it.</summary>
internal sealed class WireToken
{
    public string? ApiDomain { get; init; }
}
