using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CrmMapping.Emulators;

/// <summary>Writes and reads page tokens. Those of lists are opaque; those of searches are offsets.</summary>
internal static class Paging
{
    public static string Token(long last) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(last.ToString(CultureInfo.InvariantCulture)));

    /// <exception cref="HubSpotProblem">The token is none of ours.</exception>
    public static long Read(string token)
    {
        try
        {
            if (long.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)), out var last))
                return last;
        }
        catch (FormatException)
        {
            // Not our alphabet: the same answer as for any other foreign token.
        }

        throw HubSpotProblem.Invalid($"The 'after' token '{token}' is not valid");
    }

    public static void Write(HubSpotCall call, string after, bool withLink)
    {
        call.Json.WriteStartObject("paging");
        call.Json.WriteStartObject("next");
        call.Json.WriteString("after", after);
        if (withLink)
            call.Json.WriteString("link", call.PathAndQueryWith("after", after));
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }
}
