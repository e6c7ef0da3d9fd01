namespace CrmMapping;

/// <summary>Tells whether a field takes a value, and cuts what is too long where that was asked for.</summary>
internal static class ValueFit
{
    public static Transfer Fit(FieldMapping mapping, FieldDescriptor target, FieldValue value, bool toCrm) => target switch
    {
        { IsReadOnly: true } => Transfer.Refuse(mapping, IssueCode.ReadOnlyField,
            $"'{target.Key}' cannot be written. Turn the mapping round, or point it at another field."),
        { IsRequired: true } when value.IsBlank => Transfer.Refuse(mapping, IssueCode.BlankNotAllowed,
            $"'{target.Key}' must hold a value. Say KeepWhenBlank() on the mapping, or make the field nullable."),
        _ when value.IsBlank => Transfer.Of(value),
        { Type: FieldType.Email } when !CanonicalEmail.IsAddress(value.Text!) => Transfer.Refuse(mapping, IssueCode.InvalidEmail,
            "the e-mail address is none that a CRM takes. Correct it on the side that it comes from."),
        { Options.Count: > 0 } when !Offers(target, value.Text!) => Transfer.Refuse(mapping, IssueCode.NotAnOption,
            $"a value is not among the options of '{target.Key}'. Add the option{(toCrm ? " in the CRM" : "")}, or change the value."),
        _ => FitLength(mapping, target, value),
    };

    /// <summary>Cuts text that is too long at a character boundary; other values are whole or nothing.</summary>
    public static FieldValue Cut(FieldDescriptor target, FieldValue value) =>
        value.HasValue && target is { MaxLength: { } most, Type: FieldType.Text or FieldType.MultilineText or FieldType.Url }
            ? TextLength.Cut(value.Text!, most)
            : value;

    private static Transfer FitLength(FieldMapping mapping, FieldDescriptor target, FieldValue value)
    {
        if (target.MaxLength is not { } most || TextLength.Fits(value.Text!, most))
        {
            return Transfer.Of(value);
        }

        return mapping.Truncates && Cut(target, value) is { HasValue: true } cut && TextLength.Fits(cut.Text!, most)
            ? Transfer.Of(cut)
            : Transfer.Refuse(mapping, IssueCode.ValueTooLong,
                $"the value is longer than the {most} characters that '{target.Key}' takes. Shorten it, or say Truncate() where the field holds text.");
    }

    private static bool Offers(FieldDescriptor target, string value) => target.Type switch
    {
        FieldType.Picklist => HasOption(target, value),
        FieldType.MultiPicklist => Array.TrueForAll(value.Split(';'), part => HasOption(target, part)),
        _ => true,
    };

    private static bool HasOption(FieldDescriptor target, string wanted)
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
}
