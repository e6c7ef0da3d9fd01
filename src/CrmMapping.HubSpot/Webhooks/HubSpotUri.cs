using System.Text;

namespace CrmMapping.HubSpot;

/// <summary>Decodes the few escapes of an address that HubSpot decodes before it signs, and no other.</summary>
internal static class HubSpotUri
{
    public static string Decode(string url)
    {
        if (!url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }

        var text = new StringBuilder(url.Length);
        for (var index = 0; index < url.Length; index++)
        {
            if (url[index] == '%' && index + 2 < url.Length && Letter(url.AsSpan(index + 1, 2)) is { } letter)
            {
                text.Append(letter);
                index += 2;
            }
            else
            {
                text.Append(url[index]);
            }
        }

        return text.ToString();
    }

    private static char? Letter(ReadOnlySpan<char> code) => (code[0], char.ToUpperInvariant(code[1])) switch
    {
        ('3', 'A') => ':',
        ('2', 'F') => '/',
        ('3', 'F') => '?',
        ('4', '0') => '@',
        ('2', '1') => '!',
        ('2', '4') => '$',
        ('2', '7') => '\'',
        ('2', '8') => '(',
        ('2', '9') => ')',
        ('2', 'A') => '*',
        ('2', 'C') => ',',
        ('3', 'B') => ';',
        _ => null,
    };
}
