namespace CrmMapping.Aircall;

/// <summary>A note on a call, as Aircall sends it.</summary>
internal sealed record WireComment
{
    public string? Content { get; init; }
}
