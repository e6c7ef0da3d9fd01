using System.Net;
using NodaTime;

namespace CustomCrm;

/// <summary>Says how Rolodex behaves over HTTP. Waiting, retrying and counting requests is CrmHttpClient's part.</summary>
internal sealed class RolodexRules(Uri address) : ICrmHttpRules
{
    public const int BatchSize = 100;

    public string Kind => RolodexAdapter.KindName;

    public Uri BaseAddress => address;

    public TimeSpan AttemptTimeout => TimeSpan.FromMinutes(10);

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    // Rolodex allows 50 in ten seconds. A few less, since requests may bunch on their way.
    public BudgetLimit Limit(string budget) => new(Requests: 45, TimeSpan.FromSeconds(10));

    // Some CRMs say in each answer how much is left; Rolodex does not.
    public LimitReport ReadLimits(CrmResponse response, Instant now) => default;

    // The one question that matters: may Rolodex have done what was asked? Then a create must not be sent again.
    public RetryAdvice Advise(CrmResponse response, int attempt, Instant now) => (int)response.Status switch
    {
        429 => new(RetryKind.NotProcessed, response.RetryAfter(now), Pauses: true, "Rolodex's limit of ten seconds is used up"),
        >= 500 => new(RetryKind.MaybeProcessed, response.RetryAfter(now), Reason: $"Rolodex answered {(int)response.Status}"),
        _ => RetryAdvice.Accept,
    };

    // Words for people: what is wrong, then what to do. No token and no value, not even one that Rolodex quotes.
    public RefusalMeaning Explain(CrmRequest request, CrmResponse response) => response.Status switch
    {
        HttpStatusCode.Unauthorized => new(CrmFailure.Credentials, "Rolodex does not accept the token. Make a new one and connect again."),
        HttpStatusCode.Forbidden => new(CrmFailure.Permission, $"Rolodex does not allow '{request.Name}'. Give the token that right."),
        var status => new(CrmFailure.Refused, $"Rolodex refused '{request.Name}' ({(int)status}). Update this adapter."),
    };
}

/// <summary>Sells no tokens: those of Rolodex last until somebody withdraws them.</summary>
internal sealed class RolodexTokens : ITokenIssuer
{
    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now) => null;

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now) =>
        throw new NotSupportedException("Nothing is asked for, so nothing is answered.");
}
