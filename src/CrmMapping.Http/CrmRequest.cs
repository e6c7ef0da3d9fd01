namespace CrmMapping.Http;

/// <summary>Asks a CRM for something.</summary>
public sealed record CrmRequest
{
    /// <summary>Gets what the request is for, for logs: a few words without values, for example <c>read contacts</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Gets the address relative to the account's server, query included; it appears in no log.</summary>
    /// <value>A whole address is taken as it is, for a token endpoint that stands elsewhere.</value>
    public required string Path { get; init; }

    /// <summary>Gets the body; empty for none. It must stay as it is until the answer is there.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the body's media type.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets the headers of this request beside those of every request, see <see cref="ICrmHttpRules.Prepare"/>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the budget that pays for the request.</summary>
    /// <value>The default is <see cref="CrmHttpClient.GeneralBudget"/>.</value>
    public string Budget { get; init; } = CrmHttpClient.GeneralBudget;

    /// <summary>Gets whether sending it twice does no more than sending it once.</summary>
    /// <value>The default is true; false for a create without a key of its own.</value>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets whether a successful answer must hold JSON.</summary>
    /// <value>The default is true.</value>
    public bool ExpectsJson { get; init; } = true;

    /// <summary>Gets the media type of a successful answer that is not JSON, such as <c>text/csv</c>; an answer of another type is none of the CRM's.</summary>
    /// <value>The default is null: the answer is JSON or empty, see <see cref="ExpectsJson"/>.</value>
    public string? Accept { get; init; }

    /// <summary>Gets whether the connection's token goes with it.</summary>
    /// <value>The default is true.</value>
    public bool IsAuthorized { get; init; } = true;
}
