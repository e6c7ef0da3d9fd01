using NodaTime;

namespace CrmMapping.Http;

/// <summary>Knows how a CRM sells access tokens. Makes no request itself.</summary>
public interface ITokenIssuer
{
    /// <summary>Composes the request for a new access token.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <returns>The request.</returns>
    /// <exception cref="CrmException">The application is not configured for it.</exception>
    CrmRequest Ask(Connection connection, string refreshToken);

    /// <summary>Reads the answer.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="response">The answer.</param>
    /// <param name="refreshToken">The refresh token that was sent, kept where the answer brings no other.</param>
    /// <param name="now">The present.</param>
    /// <returns>The new credentials, refresh token included.</returns>
    /// <exception cref="CrmException">The token is refused, or the answer is none.</exception>
    CrmCredentials Read(Connection connection, CrmResponse response, string refreshToken, Instant now);
}
