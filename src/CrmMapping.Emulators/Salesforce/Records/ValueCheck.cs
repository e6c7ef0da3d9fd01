namespace CrmMapping.Emulators.Salesforce;

/// <summary>Judges one value by the definition of its field, and gives it the form in which it is kept.</summary>
internal static class ValueCheck
{
    /// <summary>Gives the value to keep, or null with an error.</summary>
    public static object? Check(SalesforceField field, object? value, List<SalesforceError> errors)
    {
        var error = (value, field.Type) switch
        {
            (null, _) => field.IsNillable ? null : new SalesforceError("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{field.Name}]", field.Name),
            (string text, _) when field.Length > 0 && text.Length > field.Length && field.Type is not ("reference" or "id") => new SalesforceError(
                "STRING_TOO_LONG", $"{field.Label}: data value too large: {text} (max length={field.Length})", field.Name),
            (string text, "email") when !IsEmail(text) =>
                new SalesforceError("INVALID_EMAIL_ADDRESS", $"{field.Label}: invalid email address: {text}", field.Name),
            (string text, "picklist" or "multipicklist") when field.IsRestrictedPicklist && BadChoice(field, text) is { } bad => new SalesforceError(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {bad}", field.Name),
            (double number, _) when IsOutside(field, number) => new SalesforceError(
                "NUMBER_OUTSIDE_VALID_RANGE", $"{field.Label}: value outside of valid range on numeric field: {FieldText.Of(number)}", field.Name),
            _ => null,
        };
        if (error is not null)
            errors.Add(error);
        return error is null ? Form(field, value) : null;
    }

    private static object? Form(SalesforceField field, object? value) => (value, field.Type) switch
    {
        (double number, "int") => Math.Round(number, MidpointRounding.AwayFromZero),
        (double number, _) => Math.Round(number, Math.Min(field.Scale, 15), MidpointRounding.AwayFromZero),
        (string text, "multipicklist") => InOrder(field, text),
        _ => value,
    };

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && !text.Any(char.IsWhiteSpace)
            && text.LastIndexOf('.') is var dot && dot > at + 1 && dot < text.Length - 1 && text.IndexOfAny([',', ';', '<', '>', '(', ')', '[', ']', '"']) < 0;
    }

    private static string? BadChoice(SalesforceField field, string text) => field.Type is "picklist"
        ? Allows(field, text) ? null : text
        : text.Split(';').FirstOrDefault(one => !Allows(field, one));

    private static bool Allows(SalesforceField field, string text) =>
        field.PicklistValues.Any(one => one.IsActive && string.Equals(one.Value, text, StringComparison.OrdinalIgnoreCase));

    private static bool IsOutside(SalesforceField field, double number)
    {
        if (!double.IsFinite(number))
            return true;
        if (field.Type is "int")
            return number is < int.MinValue or > int.MaxValue;
        return field.Precision > 0 && Math.Abs(number) >= Math.Pow(10, field.Precision - field.Scale);
    }

    // The order is the picklist's, whatever the order of the writer.
    private static string InOrder(SalesforceField field, string text)
    {
        var chosen = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var listed = field.PicklistValues.Select(one => one.Value).ToList();
        return string.Join(';', chosen.OrderBy(one => listed.FindIndex(value => string.Equals(value, one, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index : int.MaxValue));
    }
}
