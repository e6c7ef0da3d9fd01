namespace CrmMapping.Http;

/// <summary>Recognises answers that no CRM gives but something between: a sign-in page, a redirect, half a body.</summary>
internal static class ForeignAnswer
{
    /// <summary>Finds what is foreign about an answer.</summary>
    /// <returns>What to do and why, without who answered; null when the answer may be the CRM's own.</returns>
    public static RetryAdvice? Find(CrmRequest request, CrmResponse response)
    {
        var body = Trim(response.Body.Span);
        return (int)response.Status switch
        {
            >= 200 and < 300 when request.Accept is { } type => response.IsOf(type) ? null : Lost($"answered with something that is not {type}"),
            >= 200 and < 300 => Success(request, body),
            >= 300 and < 400 and var status => new(RetryKind.NotProcessed, Reason: $"answered with a redirect ({status})"),

            // Whoever stands between refused it, so that the CRM never saw it.
            >= 400 and < 500 and not (408 or 429) and var status when body is [(byte)'<', ..] =>
                new(RetryKind.NotProcessed, Reason: $"answered {status} with a web page"),
            _ => null,
        };
    }

    private static RetryAdvice? Success(CrmRequest request, ReadOnlySpan<byte> body) => body switch
    {
        [] when !request.ExpectsJson => null,
        [(byte)'{', .., (byte)'}'] or [(byte)'[', .., (byte)']'] => null,
        [] => Lost("answered with an empty body"),
        [(byte)'{' or (byte)'[', ..] => Lost("answered with JSON that breaks off"),
        _ => Lost("answered with something that is not JSON"),
    };

    private static RetryAdvice Lost(string reason) => new(RetryKind.MaybeProcessed, Reason: reason);

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> body) => body.Trim(" \t\r\n"u8);
}
