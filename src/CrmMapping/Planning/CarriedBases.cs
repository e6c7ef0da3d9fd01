namespace CrmMapping;

/// <summary>Carries what a contact and its record were last brought together at over to a record of another kind, by local field.</summary>
internal static class CarriedBases
{
    /// <summary>Fills the bases under the other kind's map; what both maps do not have stays unknown, as on a first link.</summary>
    /// <param name="from">The bases under the map of the kind that the link was of.</param>
    /// <param name="local">What the local side holds, under the other map.</param>
    /// <param name="crm">What the other record holds.</param>
    /// <param name="context">What contacts of the other kind are planned under.</param>
    /// <param name="agreedLocal">Takes the local base.</param>
    /// <param name="agreedCrm">Takes the CRM's base.</param>
    /// <returns>The ordinals whose CRM base is expected and could not be confirmed.</returns>
    public static EquatableArray<int> Carry(
        in AgreedValues from, RecordBuffer local, RecordBuffer crm, PlanContext context, RecordBuffer agreedLocal, RecordBuffer agreedCrm)
    {
        var unconfirmed = new List<int>();
        for (var ordinal = 0; ordinal < context.Map.Count; ordinal++)
        {
            var then = from.Map.FindOrdinal(context.Map[ordinal].Local.Key);
            if (then < 0 || from.Local.IsUnknown(then) || from.Crm.IsUnknown(then))
            {
                continue;
            }

            var (wasLocal, wasCrm) = (from.Local.Value(then), from.Crm.Value(then));
            if (crm.IsUnknown(ordinal))
            {
                unconfirmed.Add(ordinal);
            }
            else
            {
                var held = SyncPlanner.Canonical(crm, ordinal, context.Map[ordinal].Crm.Type, context);
                var isExpected = held == wasCrm || from.Unconfirmed.Contains(then) || MeansNoChange(ordinal, wasLocal, held, local, context);
                if (!isExpected && held.IsBlank)
                {
                    // A conversion may leave a field behind: that is nobody's clear.
                    continue;
                }

                wasCrm = isExpected ? held : wasCrm;
            }

            agreedLocal.Set(ordinal, wasLocal);
            agreedCrm.Set(ordinal, wasCrm);
        }

        return unconfirmed.ToEquatableArray();
    }

    // The other record may say the same in its own words. Where the local side was edited since, that edit is on its way to the record, whatever it holds.
    private static bool MeansNoChange(int ordinal, FieldValue wasLocal, FieldValue held, RecordBuffer local, PlanContext context)
    {
        var mapping = context.Map[ordinal];
        return ValueTransfer.Correspond(mapping, wasLocal, held, context)
            || (context.OnUpdate(ordinal).GoesToCrm && !local.IsUnknown(ordinal)
                && SyncPlanner.Canonical(local, ordinal, mapping.Local.Type, context) != wasLocal);
    }
}
