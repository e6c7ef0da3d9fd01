using System.Net;
using System.Text;

namespace CrmMapping.HubSpot;

/// <summary>Turns the text of an activity into the HTML that HubSpot shows, so that nothing in it is taken for markup.</summary>
internal static class ActivityHtml
{
    // HubSpot takes 65,536 characters.
    private const int MostCharacters = 65_536;

    /// <summary>Gives the text of a call, or of a message and between which numbers it went, for which there are no properties.</summary>
    public static string Of(ActivityCreate activity)
    {
        var html = new StringBuilder();
        var lines = activity is MessageLogging ? [activity.Body, .. Numbers(activity)] : activity.Body.Length == 0 ? [] : new[] { activity.Body };
        foreach (var line in lines.SelectMany(static text => text.ReplaceLineEndings("\n").Split('\n')))
        {
            var encoded = (html.Length > 0 ? "<br>" : "") + WebUtility.HtmlEncode(line);
            if (html.Length + encoded.Length > MostCharacters)
            {
                break;
            }

            html.Append(encoded);
        }

        return html.ToString();
    }

    private static IEnumerable<string> Numbers(ActivityCreate activity)
    {
        var (from, to) = activity.Direction == CallDirection.Inbound
            ? (activity.ContactNumber, activity.LineNumber)
            : (activity.LineNumber, activity.ContactNumber);
        return new[] { from is null ? null : $"From: {from}", to is null ? null : $"To: {to}" }.OfType<string>();
    }
}
