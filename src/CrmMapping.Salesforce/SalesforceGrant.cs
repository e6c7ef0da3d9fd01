namespace CrmMapping.Salesforce;

/// <summary>Names the ways in which access tokens are bought.</summary>
public enum SalesforceGrant
{
    /// <summary>With the refresh token that a person's consent brought.</summary>
    RefreshToken,

    /// <summary>With the app's own secret, as its integration user.</summary>
    ClientCredentials,

    /// <summary>With a token signed by the app's private key, as a named user.</summary>
    JwtBearer,
}
