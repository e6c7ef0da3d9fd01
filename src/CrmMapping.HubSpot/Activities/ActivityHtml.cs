using System.Net;
using System.Text;

namespace CrmMapping.HubSpot;

/// <summary>Turns the text of an activity into the HTML that HubSpot shows, so that nothing in it is taken for markup.</summary>
internal static class ActivityHtml
{
    // HubSpot takes 65,536 characters.
    private const int MostCharacters = 65_536;
    private const string Break = "<br>";
    private const char Cut = '…';

    /// <summary>Gives the text of a call, or of a message and between which numbers it went, for which there are no properties.</summary>
    /// <remarks>A text that is too long loses its end, and shows that it did.</remarks>
    public static string Of(ActivityCreate activity)
    {
        var numbers = activity is MessageLogging ? string.Join(Break, Numbers(activity).Select(WebUtility.HtmlEncode)) : "";
        var html = new StringBuilder();
        var room = MostCharacters - numbers.Length - Break.Length - 1;
        foreach (var character in activity.Body.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var encoded = character.Value == '\n' ? Break : WebUtility.HtmlEncode(character.ToString());
            if (html.Length + encoded.Length > room)
            {
                html.Append(Cut);
                break;
            }

            html.Append(encoded);
        }

        return html.Append(html.Length > 0 && numbers.Length > 0 ? Break : "").Append(numbers).ToString();
    }

    private static IEnumerable<string> Numbers(ActivityCreate activity)
    {
        var (from, to) = activity.Direction == CallDirection.Inbound
            ? (activity.ContactNumber, activity.LineNumber)
            : (activity.LineNumber, activity.ContactNumber);
        return new[] { from is null ? null : $"From: {from}", to is null ? null : $"To: {to}" }.OfType<string>();
    }
}
