using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CrmMapping.Emulators;

/// <summary>Reads and answers one request to the emulator's own surface.</summary>
internal sealed class AdminCall(HttpContext context)
{
    public string Method => context.Request.Method;

    /// <summary>The parts of the path after <c>/_emulator</c>.</summary>
    public string[] Path { get; } =
        (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];

    public CancellationToken Aborted => context.RequestAborted;

    public HttpResponse Response => context.Response;

    public bool Flag(string name) => string.Equals(context.Request.Query[name], "true", StringComparison.OrdinalIgnoreCase);

    public async Task<JsonElement> ReadAsync()
    {
        if (context.Request.ContentLength is 0)
            return default;
        using var document = await JsonDocument.ParseAsync(context.Request.Body, default, Aborted).ConfigureAwait(false);
        return document.RootElement.ValueKind is JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new ArgumentException("The body must be a JSON object.");
    }

    /// <summary>Reads a JSON array or values after one another (NDJSON), one at a time.</summary>
    public async Task<IAsyncEnumerable<JsonElement>> ReadManyAsync()
    {
        var body = context.Request.BodyReader;
        var isArray = false;
        while (true)
        {
            var read = await body.ReadAsync(Aborted).ConfigureAwait(false);
            var first = FirstByte(read.Buffer);
            body.AdvanceTo(read.Buffer.Start, first is null ? read.Buffer.End : read.Buffer.Start);
            isArray = first is (byte)'[';
            if (first is not null || read.IsCompleted)
                break;
        }

        return JsonSerializer.DeserializeAsyncEnumerable(body.AsStream(), AdminJson.Default.JsonElement, topLevelValues: !isArray, Aborted);
    }

    public async Task AnswerAsync(Action<Utf8JsonWriter> write, int status = 200)
    {
        Response.StatusCode = status;
        Response.ContentType = "application/json";
        var json = new Utf8JsonWriter(Response.BodyWriter, Answer.Plain);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
    }

    public Task DoAsync(Action action)
    {
        action();
        return DoneAsync();
    }

    public async Task WithBodyAsync(Action<JsonElement> action)
    {
        action(await ReadAsync().ConfigureAwait(false));
        await DoneAsync().ConfigureAwait(false);
    }

    public Task DoneAsync() => AnswerAsync(static json => json.WriteBoolean("done", true));

    public static int Number(JsonElement body, string name, int fallback)
    {
        if (body.ValueKind is not JsonValueKind.Object || body.Text(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{name}' must be a whole number, not '{text}'.");
    }

    private static byte? FirstByte(System.Buffers.ReadOnlySequence<byte> buffer)
    {
        foreach (var part in buffer)
        {
            foreach (var one in part.Span)
            {
                if (one is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                    return one;
            }
        }

        return null;
    }
}
