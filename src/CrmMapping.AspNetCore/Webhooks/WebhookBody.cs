using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace CrmMapping;

/// <summary>Holds a body as it arrived, or the status that says why it was not taken.</summary>
/// <remarks>The bytes are those that were signed, so an encoded body is not decoded.</remarks>
internal readonly record struct WebhookBody(ReadOnlyMemory<byte> Bytes, int? Refusal)
{
    private const int FirstBytes = 16 * 1024;

    /// <summary>Reads a body, whatever length it claims, up to a limit.</summary>
    public static async Task<WebhookBody> ReadAsync(HttpRequest request, int limit)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > limit)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            return await ReadAllAsync(request, limit).ConfigureAwait(false);
        }
        catch (BadHttpRequestException failure)
        {
            // The server's own limits: too large, too slow, cut off.
            return Refuse(failure.StatusCode);
        }
        catch (IOException)
        {
            return Refuse(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<WebhookBody> ReadAllAsync(HttpRequest request, int limit)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, (int)(request.ContentLength ?? FirstBytes)));
        while (true)
        {
            var read = await request.Body.ReadAsync(bytes.GetMemory(), request.HttpContext.RequestAborted).ConfigureAwait(false);
            bytes.Advance(read);
            if (bytes.WrittenCount > limit)
            {
                return Refuse(StatusCodes.Status413PayloadTooLarge);
            }

            if (read == 0)
            {
                return new WebhookBody(bytes.WrittenMemory, null);
            }
        }
    }

    private static WebhookBody Refuse(int status) => new(default, status);
}
