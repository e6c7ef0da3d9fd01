namespace CrmMapping.Aircall;

/// <summary>Who called or was called, as Aircall sends it.</summary>
internal sealed record WireUser
{
    public string? Name { get; init; }

    public string? Email { get; init; }
}
