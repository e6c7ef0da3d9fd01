namespace CrmMapping;

/// <summary>Names what CrmMapping tells about itself to tracing and metrics.</summary>
public static class CrmMappingTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "CrmMapping";
}
