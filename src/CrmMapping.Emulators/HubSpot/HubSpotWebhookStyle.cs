namespace CrmMapping.Emulators;

/// <summary>Names the two ways in which HubSpot words the type of a webhook event.</summary>
public enum HubSpotWebhookStyle
{
    /// <summary>Events are called <c>contact.creation</c> and so on.</summary>
    ContactEvents,

    /// <summary>Events are called <c>object.creation</c> and so on, and carry an <c>objectTypeId</c>.</summary>
    ObjectEvents,
}
