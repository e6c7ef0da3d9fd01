using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Collects the answer to one request before anything of it is sent.</summary>
internal sealed class Answer : IDisposable
{
    // Services send text as it is; the stricter default would escape every accent and plus.
    public static JsonWriterOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _body = new(1024);

    public Answer(long number)
    {
        Number = number;
        Json = new Utf8JsonWriter(_body, Plain);
    }

    public long Number { get; }

    public int Status { get; set; } = 200;

    public string ContentType { get; set; } = "application/json;charset=utf-8";

    public string Kind { get; set; } = "unknown";

    public int Records { get; set; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public Utf8JsonWriter Json { get; }

    public ReadOnlyMemory<byte> Body
    {
        get
        {
            Json.Flush();
            return _body.WrittenMemory;
        }
    }

    /// <summary>Throws away what was written so far: an error found half-way replaces it.</summary>
    public void Restart()
    {
        Json.Reset();
        _body.ResetWrittenCount();
        Json.Reset(_body);
    }

    public void Text(string contentType, ReadOnlySpan<byte> text)
    {
        Restart();
        ContentType = contentType;
        _body.Write(text);
    }

    /// <summary>Puts other words in the place of what was written.</summary>
    public void Replace(FaultAnswer answer)
    {
        Text(answer.ContentType, Encoding.UTF8.GetBytes(answer.Body));
        Status = answer.Status;
        Headers.Clear();
        Headers.AddRange(answer.Headers);
    }

    public void Dispose() => Json.Dispose();
}
