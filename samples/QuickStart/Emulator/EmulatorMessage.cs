using System.Text.Json.Serialization;

namespace QuickStart;

/// <summary>Is what the emulator's process says to its parent, a line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(Loaded), "loaded")]
[JsonDerivedType(typeof(Trouble), "trouble")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Ready), "ready")]
internal abstract record EmulatorMessage
{
    /// <summary>So many contacts are in.</summary>
    public sealed record Loaded(int Contacts) : EmulatorMessage;

    /// <summary>A row came in otherwise than it was written, or not at all.</summary>
    public sealed record Trouble(int Row, string Cause, string Message) : EmulatorMessage;

    /// <summary>It cannot begin.</summary>
    public sealed record Refused(string Reason) : EmulatorMessage;

    /// <summary>The account can be asked.</summary>
    public sealed record Ready(Uri Address, string Token, string WebhookSecret, int Contacts) : EmulatorMessage;
}
