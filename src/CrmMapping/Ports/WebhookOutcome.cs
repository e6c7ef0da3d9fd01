namespace CrmMapping;

/// <summary>Says what became of a webhook.</summary>
public enum WebhookOutcome
{
    /// <summary>It was genuine, and what it tells is kept.</summary>
    Kept,

    /// <summary>It was not believed.</summary>
    Refused,

    /// <summary>It was genuine and could not be understood.</summary>
    Malformed,

    /// <summary>It could not be kept now, as the store is not to be reached for example.</summary>
    NotKept,
}
