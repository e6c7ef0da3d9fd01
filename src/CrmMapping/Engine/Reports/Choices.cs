namespace CrmMapping;

/// <summary>Makes of the CRM's options what users of the host may choose from.</summary>
internal static class Choices
{
    public static IReadOnlyList<CrmChoice> Of(IEnumerable<FieldOption> options) =>
        [.. options.Where(static option => !option.Hidden).Select(static option => new CrmChoice(option.Value, option.Label, IsCrmOwned: true))];
}
