using System.Text;

namespace CrmMapping;

/// <summary>Draws a set as an admin would: local side left, CRM right, each column aligned.</summary>
internal static class MappingTable
{
    public static string Of(MappingSet set)
    {
        var table = new StringBuilder(set.Name);
        if (set.Version > 0)
        {
            table.Append(", version ").Append(set.Version);
        }

        var (local, crm) = (Widest(set, static mapping => mapping.Local.Key), Widest(set, static mapping => mapping.Crm.Key));
        foreach (var mapping in set.Mappings)
        {
            var marker = set.Marker(mapping).Symbol;
            var details = set.Suspension(mapping) is null ? mapping.Details : [.. mapping.Details, "waits"];
            var line = $"{mapping.Local.Key.PadRight(local)} {mapping.Direction.Arrow} {mapping.Crm.Key.PadRight(crm)}  "
                + $"{(marker.Length > 0 ? marker : "  ")}  {string.Join("  ", details)}";
            table.Append("\n  ").Append(line.TrimEnd());
        }

        return table.ToString();
    }

    private static int Widest(MappingSet set, Func<FieldMapping, string> key) =>
        set.Mappings.Select(mapping => key(mapping).Length).DefaultIfEmpty().Max();
}
