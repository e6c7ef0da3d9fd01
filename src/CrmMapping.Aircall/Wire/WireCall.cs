using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>A call as Aircall sends it, by the API and by webhooks. Any part but the id may be missing.</summary>
internal sealed record WireCall
{
    /// <summary>How long Aircall takes, once people have hung up, to put away what was recorded; it takes about half of that.</summary>
    public static readonly Duration Completion = Duration.FromMinutes(1);

    private const string Withheld = "anonymous";

    public required long Id { get; init; }

    public string? Direction { get; init; }

    public long? StartedAt { get; init; }

    public long? AnsweredAt { get; init; }

    public long? EndedAt { get; init; }

    public string? Voicemail { get; init; }

    public string? Asset { get; init; }

    public string? RawDigits { get; init; }

    public WireUser? User { get; init; }

    public WireLine? Number { get; init; }

    public IReadOnlyList<WireTag?>? Tags { get; init; }

    public IReadOnlyList<WireComment?>? Comments { get; init; }

    /// <summary>The second in which it began, since 1970.</summary>
    /// <exception cref="JsonException">It does not say.</exception>
    [JsonIgnore]
    public long Begin => StartedAt ?? AnsweredAt ?? EndedAt ?? throw new JsonException("The call has no time.");

    /// <summary>Gives the call as the engine knows it.</summary>
    /// <param name="told">When it was described so.</param>
    /// <param name="isComplete">Whether Aircall says that nothing of it is still to come.</param>
    /// <param name="hasVoicemail">Whether Aircall says besides that a message was left.</param>
    /// <returns>The call; null when it is none between the company and somebody else.</returns>
    /// <exception cref="JsonException">It has no time, or one that is none.</exception>
    /// <remarks>
    /// When people hang up, Aircall tells so at once, and of the message that a caller left only half a minute later, when it tells of the end for the
    /// second time. A call counts as going on until then: one that is told of before would be logged as missed that has a message, and with an end that
    /// is not final. Its end is known once Aircall says that it is complete, or whatever tells of it is a minute younger than the end: a tag that was
    /// added hours later, or the API when it is asked again. Tags may come in between, and count then too.
    /// </remarks>
    public PhoneCall? ToCall(Instant told, bool isComplete = false, bool hasVoicemail = false) => Side is not { } side ? null : new PhoneCall
    {
        Id = Id.ToString(CultureInfo.InvariantCulture),
        Direction = side,
        StartedAt = WireTime.Read(Begin),
        AnsweredAt = AnsweredAt is { } answered ? WireTime.Read(answered) : null,
        EndedAt = EndedAt is { } ended && (isComplete || told >= WireTime.Read(ended) + Completion) ? WireTime.Read(ended) : null,
        HasVoicemail = hasVoicemail || !string.IsNullOrEmpty(Voicemail),
        ContactNumber = RawDigits is null or "" or Withheld ? null : RawDigits,
        LineNumber = Text(Number?.E164Digits) ?? Text(Number?.Digits),
        UserEmail = Text(User?.Email),
        UserName = Text(User?.Name),
        Tags = (Tags ?? []).OfType<WireTag>().DistinctBy(static tag => tag.Id).Select(static tag => tag.ToTag()).ToEquatableArray(),
        Comments = (Comments ?? []).Select(static comment => comment?.Content).OfType<string>().ToEquatableArray(),
        RecordingLink = Page(Asset),
        ToldAt = told,
    };

    private CallDirection? Side => Direction switch
    {
        "inbound" => CallDirection.Inbound,
        "outbound" => CallDirection.Outbound,
        _ => null,
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // The addresses of the recording and the voicemail themselves end within hours. The asset is a page behind the company's sign-in; an address
    // with a query is none, but one of those.
    private static Uri? Page(string? asset) =>
        Uri.TryCreate(asset, UriKind.Absolute, out var page) && page.Scheme == "https" && page.Query.Length == 0 ? page : null;
}
