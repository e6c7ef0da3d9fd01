namespace CrmMapping;

/// <summary>Knows which types of field go together, a direction at a time.</summary>
internal static class TypeCompatibility
{
    /// <summary>Tells what becomes of the values of one type in a field of another.</summary>
    /// <remarks>
    /// E-mail addresses, phone numbers, web addresses, options and owners are text with a shape: text may go into them, and what lacks
    /// the shape or is no option is an issue of that value, not of the types.
    /// </remarks>
    public static TypeFit Of(FieldType from, FieldType to) => (from, to) switch
    {
        _ when from == to => TypeFit.Same,
        (_, FieldType.Text or FieldType.MultilineText) => TypeFit.Lossless,
        (FieldType.Text or FieldType.MultilineText, _) => FromText(to),
        (FieldType.Date, FieldType.DateTime) => TypeFit.Lossless,
        (FieldType.DateTime, FieldType.Date or FieldType.TimeOfDay) => TypeFit.Lossy,
        (FieldType.Picklist, FieldType.MultiPicklist) => TypeFit.Lossless,
        (FieldType.MultiPicklist, FieldType.Picklist) => TypeFit.Lossy,
        (FieldType.Boolean or FieldType.Number, FieldType.Picklist) => TypeFit.Lossless,
        (FieldType.Picklist, FieldType.Boolean or FieldType.Number) => TypeFit.Lossy,
        _ => TypeFit.None,
    };

    private static TypeFit FromText(FieldType to) => to switch
    {
        FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.Picklist or FieldType.Owner => TypeFit.Lossless,
        _ => TypeFit.Lossy,
    };
}
