namespace CrmMapping;

/// <summary>Names the credentials with which an account may be opened.</summary>
public enum CrmTestCredentials
{
    /// <summary>Those that open it. The default.</summary>
    Good,

    /// <summary>An access token that never was one, and nothing to renew it with.</summary>
    Wrong,

    /// <summary>An access token that has ended, with what renews it where tokens are renewed.</summary>
    Expired,

    /// <summary>What once opened the account, until an admin withdrew it: the access token and what renews it.</summary>
    Revoked,
}
