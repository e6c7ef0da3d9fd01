using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Writes several requests as one, which Salesforce carries out in this order and counts as one.</summary>
internal sealed class CompositeBody : IDisposable
{
    /// <summary>How many requests go into one.</summary>
    public const int MaxRequests = 25;

    /// <summary>How many queries and collections go into one.</summary>
    public const int MaxParts = 5;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;

    public CompositeBody(RequestBody body)
    {
        _json = new Utf8JsonWriter(body, Compact);
        _json.WriteStartObject();
        _json.WriteBoolean("allOrNone"u8, false);
        _json.WriteBoolean("collateSubrequests"u8, false);
        _json.WriteStartArray("compositeRequest"u8);
    }

    /// <summary>Adds a request.</summary>
    /// <param name="reference">Its name, by which its answer is found and later requests speak of that.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">Writes the body, one value; null where there is none.</param>
    /// <param name="headers">The headers of this part: those of the whole are not passed on to it.</param>
    public void Add(
        string reference, HttpMethod method, string path, Action<Utf8JsonWriter>? body = null, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        _json.WriteStartObject();
        _json.WriteString("method"u8, method.Method);
        _json.WriteString("url"u8, path);
        _json.WriteString("referenceId"u8, reference);
        if (headers is not null)
        {
            _json.WriteStartObject("httpHeaders"u8);
            foreach (var (name, value) in headers)
            {
                _json.WriteString(name, value);
            }

            _json.WriteEndObject();
        }

        if (body is not null)
        {
            _json.WritePropertyName("body"u8);
            body(_json);
        }

        _json.WriteEndObject();
    }

    /// <summary>Ends the whole; nothing can be added any more.</summary>
    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }
}
