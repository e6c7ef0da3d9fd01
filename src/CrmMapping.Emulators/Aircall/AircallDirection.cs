namespace CrmMapping.Emulators;

/// <summary>Says who called whom.</summary>
public enum AircallDirection
{
    /// <summary>Somebody called the company.</summary>
    Inbound,

    /// <summary>The company called somebody.</summary>
    Outbound,
}
