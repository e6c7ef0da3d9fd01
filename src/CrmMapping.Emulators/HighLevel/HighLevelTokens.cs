using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Issues and ends the tokens of the emulated location. May be shared between threads.</summary>
public sealed class HighLevelTokens
{
    private readonly Location _location;

    internal HighLevelTokens(Location location) => _location = location;

    /// <summary>Gets how many purchases were refused, as their refresh token had been used before or was never issued.</summary>
    public int Refused => _location.Tokens.Refused;

    /// <summary>Installs the app in the location: makes a refresh token, which buys once.</summary>
    /// <returns>The refresh token.</returns>
    public string IssueRefreshToken() => _location.Tokens.IssueRefreshToken(isAgency: false);

    /// <summary>Installs the app in the agency: makes a refresh token, which buys once.</summary>
    /// <returns>The refresh token.</returns>
    public string IssueAgencyRefreshToken() => _location.Tokens.IssueRefreshToken(isAgency: true);

    /// <summary>Makes the code that a user's consent would bring to the redirect address; it can be exchanged once.</summary>
    /// <returns>The code.</returns>
    public string IssueCode() => _location.Tokens.IssueCode();

    /// <summary>Makes an access token that lives a day, less a second.</summary>
    /// <returns>The access token.</returns>
    public string IssueAccessToken() => _location.Tokens.IssueAccessToken(isAgency: false);

    /// <summary>Makes an access token of the agency that lives a day, less a second.</summary>
    /// <returns>The access token.</returns>
    public string IssueAgencyAccessToken() => _location.Tokens.IssueAccessToken(isAgency: true);

    /// <summary>Ends every access token, as time would.</summary>
    public void ExpireAccessTokens() => _location.Tokens.ExpireAccessTokens();

    /// <summary>Uninstalls the app: no access token and no refresh token works any more.</summary>
    public void RevokeAll() => _location.Tokens.RevokeAll();

    /// <summary>Ends a private integration token, as rotating it does.</summary>
    /// <param name="token">The token.</param>
    public void RevokePrivateToken(string token) => _location.Tokens.RevokePrivateToken(token);
}
