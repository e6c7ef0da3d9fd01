using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Issues and ends the tokens of the emulated company. May be shared between threads.</summary>
public sealed class PipedriveTokens
{
    private readonly Company _company;

    internal PipedriveTokens(Company company) => _company = company;

    /// <summary>Installs the app: makes a refresh token.</summary>
    /// <returns>The refresh token.</returns>
    public string IssueRefreshToken() => _company.Tokens.IssueRefreshToken();

    /// <summary>Makes the code that a user's consent would bring to the redirect address; it can be exchanged once.</summary>
    /// <returns>The code.</returns>
    public string IssueCode() => _company.Tokens.IssueCode();

    /// <summary>Makes an access token that lives an hour, less a second.</summary>
    /// <returns>The access token.</returns>
    public string IssueAccessToken() => _company.Tokens.IssueAccessToken();

    /// <summary>Ends every access token, as time would.</summary>
    public void ExpireAccessTokens() => _company.Tokens.ExpireAccessTokens();

    /// <summary>Uninstalls the app: no access token and no refresh token works any more.</summary>
    public void RevokeAll() => _company.Tokens.RevokeAll();

    /// <summary>Ends an API token, as its user does who makes a new one.</summary>
    /// <param name="token">The token.</param>
    public void RevokeApiToken(string token) => _company.Tokens.RevokeApiToken(token);
}
