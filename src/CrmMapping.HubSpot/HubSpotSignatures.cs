namespace CrmMapping.HubSpot;

/// <summary>Names the versions of signature by which a webhook may prove that HubSpot sent it.</summary>
[Flags]
public enum HubSpotSignatures
{
    /// <summary>None: no webhook is believed.</summary>
    None = 0,

    /// <summary>Version 1, a hash of secret and body, without a time: a recorded delivery can be played again.</summary>
    V1 = 1,

    /// <summary>Version 2, which adds method and address, still without a time. Workflows send it.</summary>
    V2 = 2,

    /// <summary>Version 3, keyed and dated. The default.</summary>
    V3 = 4,
}
