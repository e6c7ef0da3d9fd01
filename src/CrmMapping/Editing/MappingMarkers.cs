namespace CrmMapping;

/// <summary>Draws markers.</summary>
internal static class MappingMarkers
{
    extension(MappingMarker marker)
    {
        public string Symbol => marker switch
        {
            MappingMarker.Locked => "🔒",
            MappingMarker.Removable => "🗑️",
            _ => "",
        };
    }
}
