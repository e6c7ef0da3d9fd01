using System.Buffers;
using System.Globalization;
using System.Net;
using NodaTime;

namespace CrmMapping.Http;

/// <summary>Holds a CRM's answer, or says that none arrived. Disposal hands its memory back.</summary>
public sealed class CrmResponse : IDisposable
{
    // The longest wait that any CRM is known to ask for; what is beyond it was not meant.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly HttpResponseMessage? _message;
    private byte[] _body;

    internal CrmResponse(HttpResponseMessage? message, byte[] body, int length)
    {
        _message = message;
        _body = body;
        var mark = body.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        Body = body.AsMemory(mark, length - mark);
    }

    /// <summary>Gets the answer's status; zero when no answer arrived.</summary>
    public HttpStatusCode Status => _message?.StatusCode ?? default;

    /// <summary>Gets whether no answer arrived, so that what was asked for may have been done.</summary>
    public bool IsUnanswered => _message is null;

    /// <summary>Gets whether the CRM did all or part of what was asked for.</summary>
    public bool IsSuccess => _message is { IsSuccessStatusCode: true };

    /// <summary>Gets the body, whole; not to be used after disposal.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>Gets how long the CRM took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>Gets when the CRM answered by its own clock; null when it did not say.</summary>
    public Instant? Date => _message?.Headers.Date is { } date ? Instant.FromDateTimeOffset(date) : null;

    /// <summary>Finds a header.</summary>
    /// <param name="name">Its name, whatever its case.</param>
    /// <returns>The first value, or null.</returns>
    public string? Header(string name) =>
        _message is not null && _message.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>Finds a header that holds a whole number that is not negative.</summary>
    /// <param name="name">Its name, whatever its case.</param>
    /// <returns>The number, or null.</returns>
    public int? NumberHeader(string name) =>
        int.TryParse(Header(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Finds how long the CRM says to wait.</summary>
    /// <param name="now">The present, for a CRM that names an instant and does not say what time it has itself.</param>
    /// <returns>The wait, at most a day; null where it does not say, or names a time that is over.</returns>
    public TimeSpan? RetryAfter(Instant now)
    {
        var wait = _message?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => (Instant.FromDateTimeOffset(date) - (Date ?? now)).ToTimeSpan(),
            _ => TimeSpan.Zero,
        };
        return wait <= TimeSpan.Zero ? null : wait < LongestWait ? wait : LongestWait;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _message?.Dispose();
        Body = default;
        if (_body.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_body);
            _body = [];
        }
    }

    internal bool IsOf(string mediaType) =>
        string.Equals(_message?.Content.Headers.ContentType?.MediaType, mediaType, StringComparison.OrdinalIgnoreCase);

    internal static CrmResponse Unanswered() => new(null, [], 0);
}
