namespace CrmMapping.Salesforce;

/// <summary>Knows Salesforce's ids: 15 letters and digits whose case counts, and three more that tell the case.</summary>
internal static class RecordId
{
    public const int Short = 15;
    public const int Long = 18;

    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public static bool IsId(ReadOnlySpan<char> text) => text.Length is Short or Long && !text.ContainsAnyExcept(Letters);

    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is Short or Long && !text.ContainsAnyExcept(Bytes);

    /// <summary>Gives the long form of an id, which is the one that is kept.</summary>
    public static string ToLong(string id)
    {
        if (id.Length != Short)
        {
            return id;
        }

        Span<char> whole = stackalloc char[Long];
        id.CopyTo(whole);
        for (var block = 0; block < 3; block++)
        {
            var bits = 0;
            for (var bit = 0; bit < 5; bit++)
            {
                bits |= char.IsAsciiLetterUpper(id[(block * 5) + bit]) ? 1 << bit : 0;
            }

            whole[Short + block] = Checks[bits];
        }

        return new string(whole);
    }

    public static bool IsSame(string left, string right) =>
        string.Equals(ToLong(left), ToLong(right), StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly System.Buffers.SearchValues<byte> Bytes =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);
}
