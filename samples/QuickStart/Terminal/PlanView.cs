using CrmMapping;

namespace QuickStart;

/// <summary>Draws maps and plans with the marker of each mapping: 🔒 fixed, 🗑️ an admin may remove it, none for special ones.</summary>
internal static class PlanView
{
    public const string Legend = "🔒 fixed, 🗑️ may be removed";

    public static void Show(Screen screen, MappingSet map)
    {
        var local = map.Mappings.Max(mapping => mapping.Local.Key.Length);
        var crm = map.Mappings.Max(mapping => mapping.Crm.Key.Length);
        foreach (var mapping in map.Mappings)
        {
            var policy = mapping.Conflict == ConflictPolicy.CrmWins ? "" : $"  conflict: {mapping.Conflict}";
            screen.Line(
                $"  {mapping.Local.Key.PadRight(local)} {Arrow(mapping.Direction)} {mapping.Crm.Key.PadRight(crm)}  {Marker(mapping)}{policy}".TrimEnd());
        }
    }

    /// <summary>Draws a plan. What a create leaves blank is left out.</summary>
    public static void Show(Screen screen, ContactPreview preview)
    {
        var lines = preview.ToString().Split('\n');
        var decisions = preview.Plan.Decisions;
        for (var number = 0; number < lines.Length; number++)
        {
            var decision = number > 0 && number <= decisions.Count ? decisions[number - 1] : null;
            if (decision is not { Reason: PlanReason.Created, Written: null, Issue: null })
            {
                screen.PlanLine($"  {lines[number]}{(decision is null ? "" : $"  {Marker(decision.Mapping)}")}".TrimEnd());
            }
        }
    }

    private static char Arrow(SyncDirection direction) => direction switch
    {
        SyncDirection.ToCrm => '→',
        SyncDirection.FromCrm => '←',
        _ => '↔',
    };

    private static string Marker(FieldMapping mapping) => mapping.Category switch
    {
        MappingCategory.Locked => "🔒",
        MappingCategory.Special => "",
        _ => "🗑️",
    };
}
