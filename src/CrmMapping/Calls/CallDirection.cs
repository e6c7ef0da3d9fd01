namespace CrmMapping;

/// <summary>Says who called, or wrote, whom.</summary>
public enum CallDirection
{
    /// <summary>The contact called or wrote.</summary>
    Inbound,

    /// <summary>The contact was called or written to.</summary>
    Outbound,
}
