namespace CrmMapping.HubSpot;

/// <summary>Names the versions of HubSpot's API that the adapter speaks.</summary>
public enum HubSpotApiVersion
{
    /// <summary>The dated version <c>2026-09</c>. The default.</summary>
    Dated202609,

    /// <summary>The numbered version <c>v3</c>, which HubSpot supports until September 2027.</summary>
    V3,
}
