namespace CrmMapping.Http;

/// <summary>Tells answers apart by whether the request may be sent again.</summary>
public enum RetryKind
{
    /// <summary>The answer stands.</summary>
    Accept,

    /// <summary>The CRM did not look at the request: any request may be sent again.</summary>
    NotProcessed,

    /// <summary>The CRM may have carried it out: only a request that may be repeated is sent again.</summary>
    MaybeProcessed,
}
