namespace CrmMapping;

/// <summary>Describes something in the configuration that is wrong, and what to do about it.</summary>
/// <param name="Code">The mistake's code, for ever the same, for example <c>CRM1003</c>.</param>
/// <param name="Map">The map, connection or options in which it is; null where it is in none.</param>
/// <param name="Field">The field or mapping; null where it is in none.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record MappingMistake(string Code, string? Map, string? Field, string Message)
{
    /// <summary>Shows the mistake in a line.</summary>
    /// <returns>For example <c>CRM1003  ClashingMap, Company → 'company': …</c>.</returns>
    public override string ToString() => (Map, Field) switch
    {
        (null, null) => $"{Code}  {Message}",
        (_, null) => $"{Code}  {Map}: {Message}",
        (null, _) => $"{Code}  {Field}: {Message}",
        _ => $"{Code}  {Map}, {Field}: {Message}",
    };
}
