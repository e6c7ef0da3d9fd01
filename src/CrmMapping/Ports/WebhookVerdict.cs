namespace CrmMapping;

/// <summary>Says whether a webhook is believed.</summary>
public enum WebhookVerdict
{
    /// <summary>It is genuine and was read.</summary>
    Genuine,

    /// <summary>Its signature is missing, wrong or too old: nothing in it is believed.</summary>
    Refused,

    /// <summary>It is genuine, but its body is none that can be understood.</summary>
    Malformed,
}
