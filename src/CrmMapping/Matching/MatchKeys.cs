namespace CrmMapping;

/// <summary>Takes the keys by which a record is matched out of its values.</summary>
internal static class MatchKeys
{
    public static MatchCandidate Of(string id, RecordBuffer values, SyncSide side, PlanContext context)
    {
        var (map, keys) = (context.Map, context.Settings.MatchKeys);
        return new MatchCandidate(
            id,
            keys.Contains(MatchKeyKind.Phone) ? PhoneOf(values, side, context) : null,
            keys.Contains(MatchKeyKind.Email) ? Email(Value(values, map.EmailOrdinal, side, context)) : null);
    }

    /// <summary>Gives the phone number of a record in E.164, whatever records are matched by; null when it has none.</summary>
    public static string? PhoneOf(RecordBuffer values, SyncSide side, PlanContext context) =>
        Phone(Value(values, context.Map.PhoneOrdinal, side, context));

    private static FieldValue Value(RecordBuffer values, int ordinal, SyncSide side, PlanContext context)
    {
        if (ordinal < 0)
        {
            return default;
        }

        var mapping = context.Map[ordinal];
        if (side == SyncSide.Local)
        {
            return SyncPlanner.Canonical(values, ordinal, mapping.Local.Type, context);
        }

        // The CRM may keep a number as plain text or in a form of its own: only as the local side says it, it tells who is who.
        var crm = SyncPlanner.Canonical(values, ordinal, mapping.Crm.Type, context);
        return crm.HasValue ? ValueTransfer.Translate(mapping, crm, context, toCrm: false).Value : crm;
    }

    // Text that is no number is kept as it is, but tells nobody apart; an extension is not part of the key.
    private static string? Phone(FieldValue value) => value.Text is ['+', ..] phone ? phone.Split(';')[0] : null;

    private static string? Email(FieldValue value) =>
        value.HasValue && CanonicalEmail.IsAddress(value.Text!) ? value.Text : null;
}
