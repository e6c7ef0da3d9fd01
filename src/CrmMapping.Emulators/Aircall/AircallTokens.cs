using CrmMapping.Emulators.Aircall;

namespace CrmMapping.Emulators;

/// <summary>Issues and revokes what opens the emulated company. May be shared between threads.</summary>
public sealed class AircallTokens
{
    private readonly Company _company;

    internal AircallTokens(Company company) => _company = company;

    /// <summary>Issues a code, as somebody who allows the OAuth app does; it buys one access token.</summary>
    /// <returns>The code.</returns>
    public string IssueCode()
    {
        lock (_company.Gate)
            return _company.Tokens.IssueCode();
    }

    /// <summary>Issues an access token, which does not end by itself.</summary>
    /// <returns>The access token.</returns>
    public string IssueAccessToken()
    {
        lock (_company.Gate)
            return _company.Tokens.IssueAccessToken();
    }

    /// <summary>Deletes the API key and uninstalls the app.</summary>
    public void RevokeAll()
    {
        lock (_company.Gate)
            _company.Tokens.RevokeAll();
    }
}
