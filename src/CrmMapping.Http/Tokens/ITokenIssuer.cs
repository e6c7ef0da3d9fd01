using NodaTime;

namespace CrmMapping.Http;

/// <summary>Knows how a CRM sells access tokens. Makes no request itself.</summary>
public interface ITokenIssuer
{
    /// <summary>Composes the request for a new access token.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="kept">The credentials that are kept; null when there are none.</param>
    /// <param name="now">The present.</param>
    /// <returns>The request; null when nothing can be bought with what is kept.</returns>
    /// <exception cref="CrmException">The application is not configured for it.</exception>
    CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now);

    /// <summary>Reads the answer.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="response">The answer.</param>
    /// <param name="kept">The credentials with which it was asked; what the answer does not bring anew is taken from there.</param>
    /// <param name="now">The present.</param>
    /// <returns>The new credentials, refresh token included.</returns>
    /// <exception cref="CrmException">The token is refused, or the answer is none.</exception>
    CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now);
}
