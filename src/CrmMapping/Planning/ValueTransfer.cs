namespace CrmMapping;

/// <summary>Turns a value of one side into what the other side takes, or says why that cannot be.</summary>
internal static class ValueTransfer
{
    public static Transfer ToCrm(FieldMapping mapping, FieldValue local, PlanContext context)
    {
        var said = Translate(mapping, local, context, toCrm: true);
        return said.Issue is null ? ValueFit.Fit(mapping, mapping.Crm, said.Value, toCrm: true) : said;
    }

    public static Transfer ToLocal(FieldMapping mapping, FieldValue crm, PlanContext context)
    {
        var said = Translate(mapping, crm, context, toCrm: false);
        return said.Issue is null ? ValueFit.Fit(mapping, mapping.Local, said.Value, toCrm: false) : said;
    }

    /// <summary>Says a value as the other side would, whether or not it may be written there.</summary>
    public static Transfer Translate(FieldMapping mapping, FieldValue value, PlanContext context, bool toCrm)
    {
        if (mapping.Special == SpecialField.Owner)
        {
            return TranslateOwner(mapping, value, context, toCrm);
        }

        if (mapping.Converter is { } converter)
        {
            var converted = Ask(mapping, converter, value, toCrm);
            return converted.Issue is null ? Spell(mapping, converted.Value, FieldType.Text, context, toCrm) : converted;
        }

        var (from, to) = toCrm ? (mapping.Local.Type, mapping.Crm.Type) : (mapping.Crm.Type, mapping.Local.Type);
        return Spell(mapping, value, from == to ? FieldType.Text : from, context, toCrm);
    }

    /// <summary>Tells whether two values mean the same under the mapping, in a direction in which it runs.</summary>
    public static bool Correspond(FieldMapping mapping, FieldValue local, FieldValue crm, PlanContext context) =>
        (local.IsBlank && crm.IsBlank)
        || (mapping.Direction.GoesToCrm && Becomes(mapping, local, crm, context, toCrm: true))
        || (mapping.Direction.GoesFromCrm && Becomes(mapping, crm, local, context, toCrm: false));

    // What was cut to fit still means the same; else an answer that was lost would bring the cut text back.
    private static bool Becomes(FieldMapping mapping, FieldValue value, FieldValue other, PlanContext context, bool toCrm)
    {
        var said = Translate(mapping, value, context, toCrm);
        return said.Issue is null
            && (said.Value == other || (mapping.Truncates && ValueFit.Cut(toCrm ? mapping.Crm : mapping.Local, said.Value) == other));
    }

    private static Transfer TranslateOwner(FieldMapping mapping, FieldValue value, PlanContext context, bool toCrm)
    {
        var paired = (mapping.Crm.Type == FieldType.Owner, toCrm) switch
        {
            (true, true) => context.Owners.OwnerOf(value),
            (true, false) => context.Owners.UserOf(value),
            (false, true) => context.Owners.TextOf(value),
            (false, false) => context.Owners.UserOfText(value),
        };
        return paired.IsUnknown
            ? Transfer.Refuse(mapping, IssueCode.OwnerNotPaired,
                $"this owner is not paired with a user of the {(toCrm ? "CRM" : "host")}. Run Sync users, or choose a paired owner.")
            : Transfer.Of(paired);
    }

    // A converter is the host's code: where it fails, its field waits and the others go on.
    private static Transfer Ask(FieldMapping mapping, IFieldConverter converter, FieldValue value, bool toCrm)
    {
        try
        {
            var converted = toCrm ? converter.ToCrm(value) : converter.FromCrm(value);
            return converted.IsUnknown
                ? Transfer.Refuse(mapping, IssueCode.NotConvertible,
                    $"{converter} has no counterpart for this value. Extend the converter, or change the value.")
                : Transfer.Of(converted);
        }
        catch (Exception failure)
        {
            return Transfer.Refuse(mapping, IssueCode.CodeFailed,
                $"{converter} threw a {failure.GetType().Name}. Let it answer FieldValue.Unknown for what it cannot convert.");
        }
    }

    private static Transfer Spell(FieldMapping mapping, FieldValue value, FieldType from, PlanContext context, bool toCrm)
    {
        var to = toCrm ? mapping.Crm.Type : mapping.Local.Type;
        var isWhole = CanonicalForm.TryConvert(value, from, to, context.Canonical, out var spelled);
        return isWhole || to is FieldType.Phone or FieldType.Email
            ? Transfer.Of(spelled)
            : Transfer.Refuse(mapping, IssueCode.NotConvertible,
                $"the value is no {to} as the {(toCrm ? "CRM's" : "local")} field takes it. Correct the value, or give the mapping a converter.");
    }
}
