using NodaTime;

namespace CrmMapping;

/// <summary>Holds a call or a message that a connection has not dealt with as it is now.</summary>
public sealed record PendingActivity
{
    /// <summary>Gets the name of the telephony account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the key, unique in its account: <c>call:</c> or <c>message:</c> and the telephony's id.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the call; null when it is a message.</summary>
    public PhoneCall? Call { get; init; }

    /// <summary>Gets the message; null when it is a call.</summary>
    public TextMessage? Message { get; init; }

    /// <summary>Gets what is logged of it; null when nothing is.</summary>
    public LoggedActivity? Logged { get; init; }

    /// <summary>Gets the number that grows with each change of it, by which the store knows whether it changed while it was dealt with.</summary>
    public required long Revision { get; init; }

    /// <summary>Gets how many times it was tried in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it was first to be dealt with.</summary>
    public required Instant NoticedAt { get; init; }
}
