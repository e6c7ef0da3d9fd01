using System.Text;

namespace CrmMapping;

/// <summary>Turns a value of one side into what the other side takes, or says why that cannot be.</summary>
internal static class ValueTransfer
{
    public static Transfer ToCrm(FieldMapping mapping, FieldValue local, PlanContext context)
    {
        var converted = Convert(mapping, local, context, toCrm: true);
        return converted.Issue is null ? Fit(mapping, mapping.Crm, converted.Value, toCrm: true) : converted;
    }

    public static Transfer ToLocal(FieldMapping mapping, FieldValue crm, PlanContext context)
    {
        var converted = Convert(mapping, crm, context, toCrm: false);
        return converted.Issue is null ? Fit(mapping, mapping.Local, converted.Value, toCrm: false) : converted;
    }

    /// <summary>Says a value as the other side would, whether or not it may be written there.</summary>
    public static Transfer Translate(FieldMapping mapping, FieldValue value, PlanContext context, bool toCrm) =>
        Convert(mapping, value, context, toCrm);

    /// <summary>Tells whether two values mean the same under the mapping.</summary>
    public static bool Correspond(FieldMapping mapping, FieldValue local, FieldValue crm, PlanContext context)
    {
        if (local.IsBlank || crm.IsBlank || SharesForm(mapping))
        {
            return local == crm;
        }

        var toCrm = Convert(mapping, local, context, toCrm: true);
        var toLocal = Convert(mapping, crm, context, toCrm: false);
        return (toCrm.Issue is null && toCrm.Value == crm) || (toLocal.Issue is null && toLocal.Value == local);
    }

    private static bool SharesForm(FieldMapping mapping) =>
        mapping.Converter is null && mapping.Special != SpecialField.Owner && mapping.Local.Type == mapping.Crm.Type;

    private static Transfer Convert(FieldMapping mapping, FieldValue value, PlanContext context, bool toCrm)
    {
        if (mapping.Special == SpecialField.Owner)
        {
            var paired = toCrm ? context.Owners.OwnerOf(value) : context.Owners.UserOf(value);
            return paired.IsUnknown
                ? Refuse(mapping, IssueCode.OwnerNotPaired,
                    $"this owner is not paired with a user of the {(toCrm ? "CRM" : "host")}. Run Sync users, or choose a paired owner.")
                : new(paired, null);
        }

        if (mapping.Converter is { } converter)
        {
            var converted = toCrm ? converter.ToCrm(value) : converter.FromCrm(value);
            return converted.IsUnknown
                ? Refuse(mapping, IssueCode.NotConvertible, $"{converter} has no counterpart for this value. Extend the converter, or change the value.")
                : new(converted, null);
        }

        var (from, to) = toCrm ? (mapping.Local.Type, mapping.Crm.Type) : (mapping.Crm.Type, mapping.Local.Type);
        return value.IsBlank || from == to
            ? new(value, null)
            : CanonicalForm.TryConvert(value, from, to, context.Canonical, out var other)
                ? new(other, null)
                : Refuse(mapping, IssueCode.NotConvertible, $"the value is no {to} as the {(toCrm ? "CRM's" : "local")} field takes it. Correct the value, or give the mapping a converter.");
    }

    private static Transfer Fit(FieldMapping mapping, FieldDescriptor target, FieldValue value, bool toCrm)
    {
        if (value.IsBlank)
        {
            return target.IsRequired
                ? Refuse(mapping, IssueCode.BlankNotAllowed, $"'{target.Key}' must hold a value. Say KeepWhenBlank() on the mapping, or make the field nullable.")
                : new(value, null);
        }

        if (target.IsReadOnly)
        {
            return Refuse(mapping, IssueCode.ReadOnlyField, $"'{target.Key}' cannot be written. Turn the mapping round, or point it at another field.");
        }

        if (target.Type == FieldType.Email && !CanonicalEmail.IsAddress(value.Text!))
        {
            return Refuse(mapping, IssueCode.InvalidEmail, "the e-mail address is none that a CRM takes. Correct it on the side that it comes from.");
        }

        if (target.Options.Count > 0 && FindStranger(target, value) is { } stranger)
        {
            return Refuse(mapping, IssueCode.NotAnOption, $"a value is not among the options of '{target.Key}'. Add the option{(toCrm ? " in the CRM" : "")}, or change the value.");
        }

        return FitLength(mapping, target, value);
    }

    private static Transfer FitLength(FieldMapping mapping, FieldDescriptor target, FieldValue value)
    {
        if (target.MaxLength is not { } most || value.Text!.Length <= most || Runes(value.Text) <= most)
        {
            return new(value, null);
        }

        return mapping.Truncates
            ? new(Cut(value.Text, most), null)
            : Refuse(mapping, IssueCode.ValueTooLong, $"the value is longer than the {most} characters that '{target.Key}' takes. Shorten it, or say Truncate() on the mapping.");
    }

    private static int Runes(string text) => text.EnumerateRunes().Count();

    private static string Cut(string text, int most)
    {
        var cut = new StringBuilder(most);
        foreach (var rune in text.EnumerateRunes().Take(most))
        {
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    private static string? FindStranger(FieldDescriptor target, FieldValue value)
    {
        if (target.Type == FieldType.Picklist)
        {
            return Knows(target, value.Text!) ? null : value.Text;
        }

        return target.Type == FieldType.MultiPicklist
            ? value.Text!.Split(';').FirstOrDefault(part => !Knows(target, part))
            : null;
    }

    private static bool Knows(FieldDescriptor target, string wanted)
    {
        foreach (var option in target.Options.AsSpan())
        {
            if (string.Equals(option.Value, wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Transfer Refuse(FieldMapping mapping, IssueCode code, string message) =>
        new(default, new PlanIssue(code, mapping.Local.Key, $"{mapping.Local.Key}: {message}"));
}

/// <summary>Holds a value as the other side takes it, or the issue that keeps it from going there.</summary>
internal readonly record struct Transfer(FieldValue Value, PlanIssue? Issue);
