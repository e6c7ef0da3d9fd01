namespace CrmMapping;

/// <summary>A number in its two parts, each digit as its value.</summary>
internal readonly ref struct ResolvedNumber(ReadOnlySpan<byte> callingCode, ReadOnlySpan<byte> national)
{
    public ReadOnlySpan<byte> CallingCode { get; } = callingCode;

    public ReadOnlySpan<byte> National { get; } = national;
}
