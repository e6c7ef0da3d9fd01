using NodaTime;

namespace CrmMapping;

/// <summary>Describes a text message between the host and a contact.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record TextMessage
{
    /// <summary>Gets the telephony's id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>Gets who wrote to whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>Gets when it was sent.</summary>
    public required Instant SentAt { get; init; }

    /// <summary>Gets the contact's number as the telephony writes it.</summary>
    public required string ContactNumber { get; init; }

    /// <summary>Gets the number of the host's own line, as the telephony writes it; null when it does not say.</summary>
    public string? LineNumber { get; init; }

    /// <summary>Gets the e-mail address of the user who wrote or is written to; null when it is not known.</summary>
    public string? UserEmail { get; init; }

    /// <summary>Gets what was written.</summary>
    public required string Text { get; init; }
}
