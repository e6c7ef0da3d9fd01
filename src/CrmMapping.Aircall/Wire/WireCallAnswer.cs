namespace CrmMapping.Aircall;

/// <summary>The answer to who asks for one call.</summary>
internal sealed record WireCallAnswer
{
    public required WireCall Call { get; init; }
}
