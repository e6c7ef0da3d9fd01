namespace CrmMapping;

/// <summary>Names the kinds of failure of a CRM.</summary>
public enum CrmFailure
{
    /// <summary>It may pass by itself: an outage, a time-out, a limit that lasts long.</summary>
    Passing,

    /// <summary>The credentials are wrong, expired for good, or revoked: a person must act.</summary>
    Credentials,

    /// <summary>A permission is missing: a person must act.</summary>
    Permission,

    /// <summary>The request is refused as it stands, or the answer is none that this version understands.</summary>
    Refused,
}
