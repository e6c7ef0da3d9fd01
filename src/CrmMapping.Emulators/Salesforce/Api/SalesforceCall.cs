using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds one request to the API, or one within a composite request, and its answer.</summary>
internal sealed class SalesforceCall(SalesforceOrg org, string method, string target, IHeaderDictionary headers, ReadOnlyMemory<byte> body, Answer answer) : IDisposable
{
    private const string Data = "/services/data/";

    private JsonDocument? _document;

    public SalesforceOrg Org => org;

    public int TargetLength => target.Length;

    public string Method => method;

    public Answer Answer => answer;

    public Utf8JsonWriter Json => answer.Json;

    public ReadOnlyMemory<byte> Body => body;

    public IHeaderDictionary Headers => headers;

    /// <summary>The parts of the path, decoded one by one: a slash in a key stays in the key.</summary>
    public string[] Path { get; } = [.. target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    public Dictionary<string, StringValues> Query { get; } = QueryHelpers.ParseQuery(target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? target[at..] : "");

    /// <summary>The beginning of the paths of the version that was asked for.</summary>
    public string Root => Data + Path[2];

    /// <summary>The version, such as 66.</summary>
    public decimal Version { get; set; }

    /// <summary>The parts of the path after the version.</summary>
    public string[] Rest => Path[3..];

    public Writer Writer => new(org.IntegrationUserId)
    {
        AutoAssigns = !string.Equals(Header("Sforce-Auto-Assign"), "FALSE", StringComparison.OrdinalIgnoreCase),
        SavesDuplicates = Header("Sforce-Duplicate-Rule-Header")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("allowSave=true", StringComparison.OrdinalIgnoreCase) is true,
    };

    public string? Header(string name) => headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Asked(string name) => Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string BodyText => Encoding.UTF8.GetString(body.Span);

    /// <summary>Reads the body as a JSON object.</summary>
    /// <exception cref="SalesforceProblem">It is none.</exception>
    public JsonElement ReadObject()
    {
        if (!headers.ContentType.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw new SalesforceProblem(415, new SalesforceError("UNSUPPORTED_MEDIA_TYPE", $"Content-Type header specified in HTTP request is not supported: {headers.ContentType}"));
        try
        {
            _document ??= JsonDocument.Parse(body);
        }
        catch (JsonException wrong)
        {
            throw SalesforceProblem.BadJson($"Unexpected character at [line:{wrong.LineNumber + 1}, column:{wrong.BytePositionInLine + 1}]");
        }

        return _document.RootElement.ValueKind is JsonValueKind.Object
            ? _document.RootElement
            : throw SalesforceProblem.BadJson("The HTTP entity body is required to be a JSON object, but this request has something else.");
    }

    /// <summary>Makes a request within this one, with headers of its own: those of Salesforce's are not passed on.</summary>
    public SalesforceCall Inner(string innerMethod, string innerTarget, IEnumerable<KeyValuePair<string, string>> own, ReadOnlyMemory<byte> innerBody, Answer innerAnswer)
    {
        var inner = new HeaderDictionary();
        foreach (var (name, value) in headers.Where(static header => !header.Key.StartsWith("Sforce-", StringComparison.OrdinalIgnoreCase)))
            inner[name] = value;
        foreach (var (name, value) in own)
            inner[name] = value;
        return new SalesforceCall(org, innerMethod, innerTarget, inner, innerBody, innerAnswer);
    }

    public void Dispose() => _document?.Dispose();
}
