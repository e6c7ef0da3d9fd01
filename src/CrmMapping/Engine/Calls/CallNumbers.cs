namespace CrmMapping;

/// <summary>Writes numbers, as a telephony shows them, in E.164.</summary>
internal sealed class CallNumbers(CanonicalContext context)
{
    /// <summary>Gives a number without extension; null where it is none, such as one that was withheld.</summary>
    public string? Find(string? number) =>
        number is not null && context.Phones is { } phones && phones.TryNormalize(number, context.DefaultRegion, out var found) ? found.E164 : null;

    /// <summary>Gives a number, or the text as it is where it is none.</summary>
    public string? Write(string? number) => Find(number) ?? number;
}
