using System.Text;
using System.Text.RegularExpressions;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Does what a line that a sample printed would do in a shell.</summary>
internal static partial class PrintedCurl
{
    /// <summary>Sends the request of a line, with the headers that curl adds by itself.</summary>
    public static async Task<HttpResponseMessage> SendAsync(string line)
    {
        var call = Call().Match(line);
        call.Success.Should().BeTrue($"'{line}' should be one that curl takes");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage { RequestUri = new Uri(call.Groups["url"].Value) };
        request.Method = call.Groups["method"] is { Success: true, Value: var method } ? new HttpMethod(method)
            : call.Groups["body"].Success ? HttpMethod.Post : HttpMethod.Get;
        if (call.Groups["body"] is { Success: true, Value: var body })
        {
            var isJson = line.Contains("Content-Type: application/json", StringComparison.Ordinal);
            request.Content = new StringContent(body, Encoding.UTF8, isJson ? "application/json" : "application/x-www-form-urlencoded");
        }

        foreach (var (name, value) in call.Groups["name"].Captures.Zip(call.Groups["value"].Captures, static (name, value) => (name.Value, value.Value)))
        {
            if (name != "Content-Type")
            {
                request.Headers.Add(name, value);
            }
        }

        return await http.SendAsync(request);
    }

    [GeneratedRegex(
        """curl( -X (?<method>\w+)|(?= ))( -H '(?<name>[^:']+): (?<value>[^']+)')*( -d '(?<body>[^']*)')? '?(?<url>http://[^\s']+)'?( -d '(?<body>[^']*)')?""")]
    private static partial Regex Call();
}
