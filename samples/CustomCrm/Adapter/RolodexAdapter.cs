using Microsoft.Extensions.Logging;

namespace CustomCrm;

/// <summary>
/// Connects CrmMapping to Rolodex, a CRM that does not exist. Begin to read here: an adapter is this class, a session that reads and
/// writes, the rules of its CRM over HTTP, and its JSON. Everything else is there already.
/// </summary>
public sealed class RolodexAdapter : ICrmAdapter, IDisposable
{
    public const string KindName = "Rolodex";

    private readonly CrmHttpClients _clients;
    private readonly ILogger _logger;

    public RolodexAdapter(
        Uri address, IHttpClientFactory http, ICredentialSource credentials, TimeProvider time, ILogger<RolodexAdapter> logger)
    {
        // One HTTP client a connection: its sessions share the account's budget of requests, and its token.
        _clients = new CrmHttpClients(KindName, _ => new RolodexRules(address), http, credentials, new RolodexTokens(), time, logger);
        _logger = logger;
    }

    public string Kind => KindName;

    // What the engine must know before it talks to any account. Rolodex finds what was just written, so there is no search lag.
    public CrmTraits Traits { get; } = new()
    {
        BatchSize = RolodexRules.BatchSize,
        KnownFields =
        [
            new FieldDescriptor { Key = "name", Label = "Name", Type = FieldType.Text },
            new FieldDescriptor { Key = "email", Label = "E-mail", Type = FieldType.Email },
            new FieldDescriptor { Key = "phone", Label = "Phone", Type = FieldType.Phone },
        ],
    };

    // A session is cheap and makes no request; what must last, such as the budget, lives in the client.
    public ICrmSession Open(Connection connection) => new RolodexSession(connection, _clients.For(connection), _logger);

    public void Dispose() => _clients.Dispose();
}
