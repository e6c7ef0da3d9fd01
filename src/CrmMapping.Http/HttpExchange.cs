using System.Buffers;
using System.Net.Http.Headers;
using NodaTime;
using Polly;
using Polly.Timeout;

namespace CrmMapping.Http;

/// <summary>Sends one request once and takes the answer whole, or says why it could not.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, ICrmHttpRules rules, TimeProvider time)
{
    private readonly ResiliencePipeline _timeout = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(new TimeoutStrategyOptions { Timeout = rules.AttemptTimeout })
        .Build();

    public async Task<Attempt> SendAsync(CrmRequest request, CrmCredentials? credentials, int number, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _timeout.ExecuteAsync(
                async inner => await OnceAsync(request, credentials, inner).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return Judge(request, response, number);
        }
        catch (TimeoutRejectedException late)
        {
            return Lost($"{rules.Kind} gave no answer within {rules.AttemptTimeout}", late);
        }
        catch (HttpRequestException failed) when (NeverArrived(failed))
        {
            var advice = new RetryAdvice(RetryKind.NotProcessed, Reason: $"{rules.Kind} cannot be reached ({failed.HttpRequestError})");
            return new Attempt(null, advice, failed);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Lost($"the connection to {rules.Kind} broke off", broken);
        }
    }

    private static Attempt Lost(string reason, Exception error) =>
        new(null, new RetryAdvice(RetryKind.MaybeProcessed, Reason: reason), error);

    private static bool NeverArrived(HttpRequestException failed) => failed.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private Attempt Judge(CrmRequest request, CrmResponse response, int number)
    {
        if (ForeignAnswer.Find(request, response) is { } foreign)
        {
            response.Dispose();
            return new Attempt(null, foreign with { Reason = $"{rules.Kind} {foreign.Reason}; a proxy may stand between" });
        }

        return new Attempt(response, rules.Advise(response, number, Instant.FromDateTimeOffset(time.GetUtcNow())));
    }

    private async Task<CrmResponse> OnceAsync(CrmRequest request, CrmCredentials? credentials, CancellationToken cancellationToken)
    {
        using var message = Compose(request, credentials);
        var started = time.GetTimestamp();
        using var client = clients.CreateClient(rules.Kind);
        RequestScope.EnterRequest();
        var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            var (body, length) = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            return new CrmResponse(response, body, length) { Elapsed = time.GetElapsedTime(started) };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Compose(CrmRequest request, CrmCredentials? credentials)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(credentials?.ServerAddress ?? rules.BaseAddress, request.Path));
        rules.Prepare(message, credentials);
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Accept is { } type)
        {
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }

    private static async Task<(byte[] Body, int Length)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var expected = Math.Clamp(response.Content.Headers.ContentLength ?? 16 * 1024, 256, 16 * 1024 * 1024);
        var body = ArrayPool<byte>.Shared.Rent((int)expected);
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var length = 0;
                while (true)
                {
                    var read = await stream.ReadAsync(body.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return (body, length);
                    }

                    length += read;
                    body = length < body.Length ? body : Grow(body, length);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(body);
            throw;
        }
    }

    private static byte[] Grow(byte[] body, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(body.Length * 2);
        body.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(body);
        return larger;
    }
}
