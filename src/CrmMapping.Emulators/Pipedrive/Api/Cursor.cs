using System.Globalization;
using System.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Is where a list goes on, in a text that means nothing to clients.</summary>
internal readonly record struct Cursor(string Sort, long At, long Id)
{
    public static Cursor? Read(string? text, string sort)
    {
        if (text is null)
            return null;
        Span<byte> bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split('|') is [var sorted, var at, var id] && sorted == sort
            && Number(at) is { } from && Number(id) is { } after
                ? new Cursor(sort, from, after)
                : throw PipedriveProblem.Invalid("Validation failed: cursor: Invalid cursor");
    }

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Sort}|{At}|{Id}")));

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < long.MaxValue ? number : null;
}
