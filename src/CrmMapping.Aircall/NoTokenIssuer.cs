using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Aircall;

/// <summary>Buys nothing: what Aircall handed out does not end, and what it took back it does not sell again.</summary>
internal sealed class NoTokenIssuer : ITokenIssuer
{
    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now) => null;

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now) =>
        throw new NotSupportedException("Nothing was asked for.");
}
